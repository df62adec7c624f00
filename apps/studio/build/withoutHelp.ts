import { parseAst, type Plugin } from 'vite';

/** A piece of code to be replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** What things say of themselves to people. */
const SAID = new Set(['summary', 'formula', 'about']);

/**
 * Leaves out of the worker what things and options say of themselves to people: the page has it from the catalogue, which is made from the
 * same words. Twelve kilobytes less to load before the first picture.
 */
export function withoutHelp(): Plugin[] {
  return [
    {
      name: 'without-help',
      enforce: 'pre',
      transform: {
        filter: { id: /\/src\/(nn|data|train)\/[^?]*\.ts$/ },
        handler: (code) => ({ code: stripHelp(code), map: null }),
      },
    },
    {
      // What a session says of its plans is read in benches and tests alone.
      name: 'without-plans-in-words',
      enforce: 'pre',
      load: {
        filter: { id: /\/src\/tensor\/exec\/wasm\/plan\/printPlan\.ts$/ },
        handler: () => "export const printPlan = () => '';",
      },
    },
  ];
}

export function stripHelp(code: string): string {
  const edits: Edit[] = [];
  collect(parseAst(code, { lang: 'ts' }) as unknown as Node, edits);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

function collect(node: Node, edits: Edit[]): void {
  edits.push(...editsOf(node));
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) collect(child, edits);
}

function editsOf(node: Node): Edit[] {
  if (node.type === 'CallExpression') return describeEdits(node);
  const { key, value } = node;
  const isSaid = node.type === 'Property' && isNode(key) && SAID.has(String(key.name));
  return isSaid && isNode(value) && isText(value) ? [{ start: value.start, end: value.end, text: "''" }] : [];
}

/** `schema.describe('...')` is `schema`. */
function describeEdits({ callee, arguments: given, end }: Node): Edit[] {
  const [text, ...more] = given as readonly Node[];
  if (!isNode(callee) || !isNode(callee.property) || !isNode(callee.object)) return [];
  if (callee.property.name !== 'describe' || !text || !isText(text) || more.length > 0) return [];
  return [{ start: callee.object.end, end, text: '' }];
}

/** A text that is written out in full. */
function isText(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string';
  if (node.type === 'TemplateLiteral') return (node.expressions as readonly Node[]).length === 0;
  return (
    node.type === 'BinaryExpression' &&
    node.operator === '+' &&
    isText(node.left as Node) &&
    isText(node.right as Node)
  );
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
