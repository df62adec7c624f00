import { quoted } from './literals.ts';
import { helperNames, helperTexts, type HelperName } from '../helpers/index.ts';
import { createNames, type Names } from './names.ts';

/** What the parts of a file share while they are written: names, the helpers they call, and constants. */
export interface Source {
  /** Whether the net was trained in float64; otherwise its numbers are float32. */
  readonly isDouble: boolean;
  /** Gives out identifiers that nothing else in the file has. */
  readonly name: Names;
  /** The name of a helper function, which is then part of the file. */
  helper(name: HelperName): string;
  /** A constant of the file; gives its name. The same text is written once. */
  constant(wish: string, text: string): string;
  /** Numbers as they are in memory, in base64; gives the constant's name. */
  numbers(wish: string, values: readonly number[]): string;
  /** A function of one number, written once for each text of its body. */
  scalarFunction(wish: string, body: string): string;
  readonly constants: readonly string[];
  readonly functions: readonly string[];
  /** The helpers called so far. */
  helpers(): string[];
}

export function createSource(isDouble: boolean): Source {
  const name = createNames(helperNames);
  const used = new Set<HelperName>();
  const known = new Map<string, string>();
  const constants: string[] = [];
  const functions: string[] = [];
  const once = (wish: string, text: string, write: (own: string) => void): string => {
    const own = known.get(text) ?? name(wish);
    if (!known.has(text)) write(own);
    known.set(text, own);
    return own;
  };
  const source: Source = {
    isDouble,
    name,
    constants,
    functions,
    helper(helper) {
      used.add(helper);
      return helper;
    },
    constant: (wish, text) =>
      once(wish, text, (own) => constants.push(constantText(`const ${own} = ${text};`))),
    numbers(wish, values) {
      const packed = quoted(base64(new Uint8Array(Float64Array.from(values).buffer)));
      return source.constant(wish, `new Float64Array(${source.helper('bytes')}(${packed}))`);
    },
    scalarFunction: (wish, body) =>
      once(wish, body, (own) => functions.push(`function ${own}(x: number): number {\n${body}\n}`)),
    helpers: () => helperTexts(used),
  };
  return source;
}

/** Lists of many lines stay folded as they are. */
export const constantText = (declaration: string): string =>
  declaration.includes('\n') ? `// prettier-ignore\n${declaration}` : declaration;

/** Bytes as base64, in pieces that a call can take. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x6000)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + 0x6000)));
  return text;
}
