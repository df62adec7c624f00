/** Which symbols (bytes above 127, pairs below) the words of a language use, in the encoding that Windows writes it in. */
interface Alphabet {
  readonly encoding: string;
  readonly symbols: ReadonlySet<number>;
}

/** Signs that any of these languages may use: no-break space, section, degree, quotes, dashes, the euro. */
const COMMON = [
  0x80, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xa7, 0xab, 0xb0, 0xb1, 0xb7, 0xbb,
];

/** Pairs that tell French 'août' and Portuguese 'ações' from Hungarian, which has other letters at these bytes. */
const O_CIRCUMFLEX_U = 0x100;
const O_TILDE_E = 0x101;
const SYMBOLS = 0x102;

function alphabet(encoding: string, letters: string): Alphabet {
  const decoder = new TextDecoder(encoding);
  const wanted = new Set(letters + letters.toUpperCase());
  const symbols = new Set(COMMON);
  for (let byte = 0x80; byte < 0x100; byte++)
    if (wanted.has(decoder.decode(Uint8Array.of(byte)))) symbols.add(byte);
  if (wanted.has('û')) symbols.add(O_CIRCUMFLEX_U);
  if (wanted.has('õ')) symbols.add(O_TILDE_E);
  return { encoding, symbols };
}

function symbolAt(word: Uint8Array, i: number): number {
  if (word[i] === 0xfb && word[i - 1] === 0x6f) return O_CIRCUMFLEX_U;
  return word[i] === 0xf5 && word[i + 1] === 0x65 ? O_TILDE_E : word[i];
}

/** Likelier first: of those that explain equally many bytes the first is taken. */
const ALPHABETS: readonly Alphabet[] = [
  alphabet('windows-1252', 'äöüß'), // German
  alphabet('windows-1252', 'áéíóúñü¿¡ºª'), // Spanish
  alphabet('windows-1250', 'áéíóöőúüű'), // Hungarian
  alphabet('windows-1252', 'àâçéèêëîïôùûüÿœæ'), // French
  alphabet('windows-1252', 'ãõáâàçéêíóôúü'), // Portuguese
  alphabet('windows-1252', 'àèéìíîòóùú'), // Italian
  alphabet('windows-1252', 'åäöæøéü'), // Scandinavian
  alphabet('windows-1250', 'ąćęłńóśźż'), // Polish
  alphabet('windows-1250', 'áäčďéěíľĺňóôřŕšťúůýž'), // Czech, Slovak
  alphabet('windows-1250', 'čćđšž'), // Croatian, Slovene
  alphabet('windows-1250', 'ăâîşţ'), // Romanian
  alphabet('windows-1252', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšž'), // any western
  alphabet('windows-1250', 'áâăäĺćçčéęëěíîďđńňóôőöřůúűüýţ˙ąłşľżźšťž'), // any central European
  alphabet('windows-1251', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'), // Cyrillic
];

/**
 * The likeliest single-byte encoding of words that are not UTF-8: the one whose language explains most of the bytes above 127.
 * A guess, so the caller says which it was and how to set it.
 */
export function guessLegacyEncoding(words: readonly Uint8Array[]): string {
  const counts = new Float64Array(SYMBOLS);
  let total = 0;
  let neighbours = 0;
  for (const word of words) {
    word.forEach((byte, i) => {
      if (byte < 0x80) return;
      counts[symbolAt(word, i)]++;
      total++;
      if (i > 0 && word[i - 1] >= 0xc0 && byte >= 0xc0) neighbours++;
    });
  }
  // In Cyrillic most letters are above 127; in Latin scripts hardly ever two in a row.
  if (neighbours * 2 > total) return 'windows-1251';
  let best = ALPHABETS[0];
  let most = -1;
  for (const candidate of ALPHABETS) {
    const explained = counts.reduce(
      (sum, count, symbol) => (candidate.symbols.has(symbol) ? sum + count : sum),
      0,
    );
    if (explained > most) [best, most] = [candidate, explained];
  }
  return best.encoding;
}
