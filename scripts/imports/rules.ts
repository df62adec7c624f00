import { posix } from 'node:path';
import { drawing, layerOf, layerProblem, withoutPackages } from './layers.ts';
import type { Import, Source, SyntaxNode } from './readSource.ts';

export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Rules of src/ (not of its tests). `packages` are those that a user of ours installs with us. */
export function problemsOf(source: Source, packages: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const add = (line: () => number, text: string | undefined) => {
    if (text !== undefined) problems.push({ path: source.path, line: line(), text });
  };
  for (const each of source.imports) add(() => each.line, importProblem(source.path, each, packages));
  for (const { node, parent } of source.nodes) {
    add(() => source.lineOf(node.start), syntaxProblem(source, node, parent));
  }
  if (source.lines > 400) add(() => source.lines, `${source.lines} lines: split it (400 at most)`);
  return problems;
}

const mayUseNode = (path: string) => layerOf(path) === 'cli' || path.endsWith('.node.ts');

function importProblem(
  path: string,
  { specifier }: Import,
  packages: ReadonlySet<string>,
): string | undefined {
  if (specifier.startsWith('.')) return relativeProblem(path, specifier);
  if (specifier.startsWith('node:')) {
    return mayUseNode(path) ? undefined : `${specifier}: node:* only in cli/ and in files named *.node.ts`;
  }
  if (withoutPackages.includes(layerOf(path))) return `${specifier}: ${layerOf(path)} uses no package`;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return packages.has(name) ? undefined : `${specifier}: not among the package's dependencies`;
}

function relativeProblem(path: string, specifier: string): string | undefined {
  if (!/\.(ts|json)$/.test(specifier)) return `${specifier}: a relative import carries its .ts`;
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith('src/')) return `${specifier}: leads out of src/`;
  if (target.endsWith('.test.ts')) return `${specifier}: nothing imports a test`;
  return layerProblem(layerOf(path), layerOf(target));
}

/** What IEEE 754 or the language fixes to the last bit. */
const exactMath = new Set(
  (
    'abs ceil floor round trunc sign min max sqrt fround f16round imul clz32 ' +
    'PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2'
  ).split(' '),
);
const ofBrowsers = new Set(
  'window document navigator localStorage sessionStorage alert location history requestAnimationFrame'.split(
    ' ',
  ),
);
const ofNode = new Set('process Buffer require __dirname __filename setImmediate global'.split(' '));
/** Methods whose answer depends on the machine's language or time zone. */
const ofMachine =
  /^(localeCompare|toLocale\w*String|toLocale(Upper|Lower)Case|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|set(FullYear|Month|Date|Hours|Minutes|Seconds))$/;

function syntaxProblem(source: Source, node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.type === 'Identifier') return globalProblem(source, node, parent);
  if (drawing.includes(layerOf(source.path))) return undefined;
  if (node.type === 'BinaryExpression' || node.type === 'AssignmentExpression')
    return powerProblem(source, node);
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const method = nameOf(node.property);
  return ofMachine.test(method) ? `.${method}(): depends on the machine's language or time zone` : undefined;
}

/** A global that some engines lack, or whose bits differ between them. */
function globalProblem(source: Source, node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  const name = nameOf(node);
  if (isPropertyName(node, parent) || source.declared.has(name) || parent?.type.startsWith('TS'))
    return undefined;
  if (ofBrowsers.has(name) || /^HTML\w*Element$/.test(name)) return `${name}: no DOM outside the studio`;
  if (ofNode.has(name))
    return mayUseNode(source.path) ? undefined : `${name}: of Node alone; only in cli/ and *.node.ts`;
  if (drawing.includes(layerOf(source.path))) return undefined;
  if (name === 'Intl') return "Intl: depends on the machine's language";
  return name === 'Math' ? mathProblem(node, parent) : undefined;
}

function mathProblem(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.computed) {
    return 'Math as a whole: name the function where it is used';
  }
  const name = nameOf(parent.property);
  if (name === 'random')
    return 'Math.random: every random number comes from a seed (src/numeric/randomStream.ts)';
  return exactMath.has(name) ? undefined : `Math.${name}: its bits differ between engines; use src/numeric`;
}

/** `2 ** 53` is folded to an exact number; every other power is the engine's own affair. */
function powerProblem(source: Source, node: SyntaxNode): string | undefined {
  if (node.operator !== '**' && node.operator !== '**=') return undefined;
  if (isLiteral(node.left, '2') && isLiteral(node.right)) return undefined;
  if (source.exactLines.has(source.lineOf(node.start))) return undefined;
  return '**: its bits differ between engines; multiply, use pow of src/numeric, or say why not: // exact: ...';
}

function isLiteral(node: unknown, raw?: string): boolean {
  const { type, operator, argument, raw: written } = node as SyntaxNode;
  if (type === 'UnaryExpression') return operator === '-' && isLiteral(argument, raw);
  return type === 'Literal' && (raw === undefined || written === raw);
}

function isPropertyName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent.computed) return false;
  return parent.property === node || parent.key === node;
}

const nameOf = (node: unknown) => String((node as { name?: unknown }).name);
