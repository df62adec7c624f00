const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** A text as a string literal. */
export const quoted = (text: string): string => JSON.stringify(text);

/** A number as a literal that reads back as the same number. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** A text within a comment, which it must not end. */
export const inComment = (text: string): string => quoted(text).replaceAll('*/', '* /');

/** A key in an object or an interface. */
export function keyText(key: string): string {
  // As a plain key it would be the object's prototype.
  if (key === '__proto__') return `[${quoted(key)}]`;
  return IDENTIFIER.test(key) ? key : quoted(key);
}

/** `row.age`, or `row["body mass"]` where the key is no identifier. */
export const memberText = (object: string, key: string): string =>
  IDENTIFIER.test(key) ? `${object}.${key}` : `${object}[${quoted(key)}]`;

/** Items as a list literal, folded into lines of a readable length. */
export function listText(items: readonly string[]): string {
  const oneLine = `[${items.join(', ')}]`;
  return oneLine.length <= WIDTH ? oneLine : `[\n${folded(items)}\n]`;
}

/** Entries of an object literal, each with its comma, folded likewise. */
export const blockText = (entries: readonly string[]): string =>
  `{\n${folded(entries.map((entry) => entry.replace(/,$/, '')))}\n}`;

const WIDTH = 100;

function folded(items: readonly string[]): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 2 < WIDTH)
      lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`  ${item},`);
  }
  return lines.join('\n');
}

/** Takes away a number from an expression, or adds it, whichever reads well; nothing where it is 0. */
export function plus(expression: string, value: number): string {
  if (value === 0) return expression;
  return value < 0 ? `${expression} - ${numberText(-value)}` : `${expression} + ${numberText(value)}`;
}
