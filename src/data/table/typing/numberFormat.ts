/** How a column writes its numbers: the decimal mark, and the mark between thousands or '' where there is none. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly thousands: '' | '.' | ',' | ' ' | "'";
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED: Record<string, RegExp> = {
  '.': /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/,
  ',': /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,
  ' ': /^[+-]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d*)?$/,
  "'": /^[+-]?[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d*)?$/,
};
const ONE_GROUP = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The number that `word` writes in this format, or NaN. Takes the Unicode minus and no-break spaces too. */
export function parseNumberWord(word: string, format: NumberFormat): number {
  let text = word
    .trim()
    .replace('\u2212', '-')
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
  const { decimal, thousands } = format;
  if (thousands !== '' && GROUPED[thousands].test(text))
    text = text.replaceAll(thousands === "'" ? /['’]/g : thousands, '');
  if (decimal === ',') {
    if (text.includes('.')) return NaN;
    text = text.replace(',', '.');
  }
  return PLAIN.test(text) ? Number(text) : NaN;
}

/** The formats worth trying, the likelier first: `decimal` is the mark that the rest of the table uses. */
export function numberFormats(decimal: '.' | ','): readonly NumberFormat[] {
  const other = decimal === '.' ? ',' : '.';
  return [
    { decimal, thousands: '' },
    { decimal: other, thousands: '' },
    { decimal, thousands: other },
    { decimal: other, thousands: decimal },
    { decimal, thousands: ' ' },
    { decimal: other, thousands: ' ' },
    { decimal, thousands: "'" },
  ];
}

/**
 * Whether 1,234 in these words is one thousand two hundred and thirty-four, or a bit more than one, or cannot be told.
 * It is a thousand where another word has two groups or both marks (the caller has then refused the other reading), or
 * where whole numbers below 1000 carry no mark, those above all do, and some group ends in a zero that a decimal would drop.
 */
export function readGroups(words: readonly string[]): 'thousands' | 'decimals' | 'unclear' {
  const marked = words.filter((word) => /[.,]/.test(word));
  if (!marked.every((word) => ONE_GROUP.test(word.trim()))) return 'decimals';
  const plain = words.filter((word) => /^\s*[+-]?\d+\s*$/.test(word));
  const small = plain.length > 0 && plain.every((word) => Math.abs(Number(word)) < 1000);
  return small && marked.some((word) => word.trim().endsWith('0')) ? 'thousands' : 'unclear';
}

/** A whole number beyond 2^53, which float64 cannot hold to the last digit. */
export function isLongInteger(word: string): boolean {
  const match = /^[+-]?0*(\d{16,})$/.exec(word.trim());
  return match !== null && BigInt(match[1]) > 9007199254740992n;
}
