import { parseSync } from 'oxc-parser';

/** A node of the syntax tree (ESTree with TypeScript's nodes), as far as the rules look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Of `types`, nothing is left when the program runs; what is `lazy` is loaded when it is asked for. */
  readonly kind: 'code' | 'lazy' | 'types';
}

/** A file of the repository as the rules see it. */
export interface Source {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly nodes: readonly { readonly node: SyntaxNode; readonly parent: SyntaxNode | undefined }[];
  /** Names that the file itself declares anywhere: no globals. */
  readonly declared: ReadonlySet<string>;
  /** Lines that a comment `// exact: why` excuses from the rule on powers, e.g. powers of BigInt. */
  readonly exactLines: ReadonlySet<number>;
  lineOf(offset: number): number;
}

/** Of a Svelte component its scripts, on their lines: the markup only names what they import. */
const scriptsOf = (text: string) =>
  text.replace(/(?:^|<\/script>)[^]*?(?:<script[^>]*>|$)/gu, (markup) => markup.replace(/[^\n]/gu, ''));

export function readSource(path: string, text: string): Source {
  const isComponent = path.endsWith('.svelte');
  const code = isComponent ? scriptsOf(text) : text;
  const { program, comments, errors } = parseSync(isComponent ? `${path}.ts` : path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const starts = [...code.matchAll(/\n/g)].map((match) => match.index);
  const lineOf = (offset: number) => starts.filter((start) => start < offset).length + 1;
  const nodes = [...walk(program as unknown as SyntaxNode, undefined)];
  const imports = nodes.flatMap(({ node }) => importOf(node, lineOf));
  const declared = new Set(nodes.flatMap(({ node }) => [...declaredBy(node)]));
  const excuses = comments.filter(({ value }) => value.trimStart().startsWith('exact:'));
  const exactLines = new Set(excuses.map(({ start }) => lineOf(start)));
  return { path, lines: starts.length, imports, nodes, declared, exactLines, lineOf };
}

function* walk(node: SyntaxNode, parent: SyntaxNode | undefined): Generator<Source['nodes'][number]> {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, node);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Static, dynamic, re-exporting and type imports alike. */
function importOf(node: SyntaxNode, lineOf: (offset: number) => number): Import[] {
  const kinds = [
    'ImportDeclaration',
    'ImportExpression',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'TSImportType',
  ];
  if (!kinds.includes(node.type) || !isNode(node.source) || typeof node.source.value !== 'string') return [];
  return [{ specifier: node.source.value, line: lineOf(node.start), kind: kindOf(node) }];
}

function kindOf(node: SyntaxNode): Import['kind'] {
  if (node.type === 'ImportExpression') return 'lazy';
  if (node.type === 'TSImportType' || isOfTypes(node)) return 'types';
  const names = Array.isArray(node.specifiers) ? (node.specifiers as SyntaxNode[]) : [];
  return names.length > 0 && names.every(isOfTypes) ? 'types' : 'code';
}

const isOfTypes = ({ importKind, exportKind }: SyntaxNode): boolean =>
  importKind === 'type' || exportKind === 'type';

const declaring =
  /^(VariableDeclarator|Function\w*|ArrowFunctionExpression|Class\w*|Import\w*Specifier|CatchClause|TS(Interface|TypeAlias)Declaration)$/;

/** Names bound by a declaration: its id, its parameters, and whatever patterns are in them. */
function* declaredBy(node: SyntaxNode): Generator<string> {
  if (!declaring.test(node.type)) return;
  const bound = [node.id, node.local, node.param, ...(Array.isArray(node.params) ? node.params : [])];
  for (const pattern of bound) {
    if (isNode(pattern)) yield* namesIn(pattern);
  }
}

function* namesIn(pattern: SyntaxNode): Generator<string> {
  if (pattern.type === 'Identifier') yield String(pattern.name);
  const parts = [pattern.left, pattern.argument, pattern.value, pattern.elements, pattern.properties];
  for (const part of parts.flat()) {
    if (isNode(part)) yield* namesIn(part);
  }
}
