import { refuseFormula } from './refuseFormula.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  /** Index of its first character in the formula. */
  readonly position: number;
}

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const symbol = /<=|>=|==|!=|[-+*/^()<>?:,]/y;
const space = /\s+/y;

/** Cuts a formula into numbers, names and symbols; the last token is an `end`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let position = match(space, text, 0).length;
  while (position < text.length) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position += token.text.length;
    position += match(space, text, position).length;
  }
  return [...tokens, { kind: 'end', text: '', position }];
}

function tokenAt(text: string, position: number): Token {
  for (const [kind, pattern] of [
    ['number', number],
    ['name', name],
    ['symbol', symbol],
  ] as const) {
    const found = match(pattern, text, position);
    if (found) return { kind, text: found, position };
  }
  const character = String.fromCodePoint(text.codePointAt(position) as number);
  const hint = character === '=' ? "; to compare, write '=='" : '';
  refuseFormula(text, position, `'${character}' has no meaning in a formula${hint}`);
}

/** What the pattern matches exactly at the position, or nothing. */
function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}
