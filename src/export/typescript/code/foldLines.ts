const WIDTH = 110;
const OPENING = '([{';
const CLOSING = ')]}';

/** The same code with long lines broken: at the commas of the widest brackets, or at the bars of a union type. */
export function foldLines(code: string): string {
  return code
    .split('\n')
    .flatMap((line) => (isProse(line) || isData(line) ? [line] : foldLine(line)))
    .join('\n');
}

const isProse = (line: string): boolean => /^\s*(\/?\*|\/\/)/.test(line);
/** Weights: there is nothing to break. */
const isData = (line: string): boolean => line.length > 10_000;

function foldLine(line: string): string[] {
  if (line.length <= WIDTH) return [line];
  const indent = /^ */.exec(line)![0];
  const bars = splitAt(line, ' | ', 0, line.length);
  const [, head, first, last, end] = /^(.*?: )(.*?)()(;)?$/.exec(bars[0]) ?? [];
  if (bars.length > 1 && head !== undefined && last !== undefined && end === undefined) {
    const members = [first, ...bars.slice(1)].map((member) => `${indent}  | ${member}`);
    return [head.trimEnd(), ...members];
  }
  const brackets = widestBrackets(line);
  if (!brackets) return [line];
  const [open, close] = brackets;
  const items = splitAt(line, ', ', open + 1, close).map(
    (item) => `${indent}  ${item.replace(/^ *| *,? *$/g, '')},`,
  );
  return [line.slice(0, open + 1), ...items.flatMap(foldLine), indent + line.slice(close)];
}

/** The outermost brackets of a list, an object or a call with the most between them. */
function widestBrackets(line: string): [number, number] | undefined {
  let widest: [number, number] | undefined;
  const opened: { at: number; isList: boolean }[] = [];
  for (const [at, character] of codeCharacters(line)) {
    if (OPENING.includes(character)) opened.push({ at, isList: isList(line, at) });
    if (!CLOSING.includes(character)) continue;
    const own = opened.pop()!;
    if (!own.isList || opened.some((outer) => outer.isList)) continue;
    if (!widest || at - own.at > widest[1] - widest[0]) widest = [own.at, at];
  }
  return widest;
}

/** Parentheses that only group what stands in them can't end with a comma. */
const isList = (line: string, at: number): boolean =>
  line[at] !== '(' || /[\p{ID_Continue}\])]/u.test(line[at - 1] ?? '');

/** The parts of a piece of a line between separators that stand in no brackets and no string. */
function splitAt(line: string, separator: string, start: number, end: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (const [at, character] of codeCharacters(line)) {
    if (at < start || at >= end) continue;
    if (OPENING.includes(character)) depth++;
    if (CLOSING.includes(character)) depth--;
    if (depth !== 0 || !line.startsWith(separator, at)) continue;
    parts.push(line.slice(from, at));
    from = at + separator.length;
  }
  return [...parts, line.slice(from, end)];
}

/** The characters of a line that are in no string. */
function* codeCharacters(line: string): Generator<[number, string]> {
  let isString = false;
  for (let at = 0; at < line.length; at++) {
    if (isString && line[at] === '\\') at++;
    else if (line[at] === '"') isString = !isString;
    else if (!isString) yield [at, line[at]];
  }
}
