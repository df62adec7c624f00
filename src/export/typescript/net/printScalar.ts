import type { Scalar, ScalarCall, ScalarName } from '../../network/scalar.ts';
import { numberText } from '../code/literals.ts';
import type { Source } from '../code/source.ts';

/** Code of a value: comparisons are booleans, everything else numbers. */
interface Expression {
  readonly text: string;
  /** How tightly its outermost operator binds. */
  readonly level: Level;
  readonly isCondition?: boolean;
}

type Level = 'choice' | 'comparison' | 'sum' | 'product' | 'sign' | 'whole';
const LEVELS: readonly Level[] = ['choice', 'comparison', 'sum', 'product', 'sign', 'whole'];

type Print = (source: Source, ...inputs: readonly Expression[]) => Expression;

const whole = (text: string): Expression => ({ text, level: 'whole' });

const math =
  (name: string): Print =>
  (_source, ...inputs) =>
    whole(`Math.${name}(${inputs.map((input) => within('choice', input)).join(', ')})`);

/** Operators group to the left, and rounding forbids to group them otherwise. */
const operator =
  (sign: string, level: Level): Print =>
  (_source, a, b) => ({ text: `${within(level, a)} ${sign} ${beside(level, b)}`, level });

const comparison =
  (sign: string): Print =>
  (_source, a, b) => ({
    text: `${beside('comparison', a)} ${sign} ${beside('comparison', b)}`,
    level: 'comparison',
    isCondition: true,
  });

/** Every elementwise operation in JavaScript. */
const prints: Readonly<Record<ScalarName, Print>> = {
  negate: (_source, a) => ({ text: `-${beside('sign', a)}`, level: 'sign' }),
  absolute: math('abs'),
  sign: math('sign'),
  exp: math('exp'),
  expm1: math('expm1'),
  log: math('log'),
  log1p: math('log1p'),
  squareRoot: math('sqrt'),
  floor: math('floor'),
  tanh: math('tanh'),
  sin: math('sin'),
  cos: math('cos'),
  erf: (source, a) => whole(`${source.helper('erf')}(${within('choice', a)})`),
  isFinite: (_source, a) => ({ ...whole(`Number.isFinite(${within('choice', a)})`), isCondition: true }),
  add: operator('+', 'sum'),
  subtract: operator('-', 'sum'),
  multiply: operator('*', 'product'),
  divide: operator('/', 'product'),
  minimum: math('min'),
  maximum: math('max'),
  power: math('pow'),
  less: comparison('<'),
  lessEqual: comparison('<='),
  equal: comparison('==='),
  notEqual: comparison('!=='),
  select: (_source, condition, a, b) => ({
    text: `${asCondition(condition)} ? ${beside('choice', a)} : ${within('choice', b)}`,
    level: 'choice',
  }),
};

/** As a number, in parentheses where it binds less tightly than this. */
function within(level: Level, expression: Expression): string {
  const number = asNumber(expression);
  return LEVELS.indexOf(number.level) < LEVELS.indexOf(level) ? `(${number.text})` : number.text;
}

/** The same, also where it binds as tightly. */
const beside = (level: Level, expression: Expression): string =>
  within(LEVELS[LEVELS.indexOf(level) + 1], expression);

function asNumber({ text, level, isCondition }: Expression): Expression {
  return isCondition ? { text: `${text} ? 1 : 0`, level: 'choice' } : { text, level };
}

const asCondition = (expression: Expression): string =>
  expression.isCondition ? expression.text : `${beside('comparison', expression)} !== 0`;

/** Operations whose result is one of their inputs, or a small whole number: there is nothing to round. */
const unrounded: ReadonlySet<ScalarName> = new Set([
  'negate',
  'absolute',
  'sign',
  'floor',
  'minimum',
  'maximum',
  'select',
  'less',
  'lessEqual',
  'equal',
  'notEqual',
  'isFinite',
]);

/**
 * The body of a function of `x`: a constant for each part that is used twice, then the value. In float32 every operation is rounded
 * as in training; the last one is by the vector that takes it.
 */
export function printScalar(source: Source, scalar: Scalar): string {
  const uses = countUses(scalar);
  const known = new Map<Scalar, Expression>();
  const lines: string[] = [];
  const print = (node: Scalar): Expression => {
    if (node.kind === 'x') return whole('x');
    if (node.kind === 'number') return printNumber(source, node.value);
    const before = known.get(node);
    if (before) return before;
    const expression = printCall(node);
    const rounds = !source.isDouble && node !== scalar && !unrounded.has(node.name);
    const rounded = rounds ? whole(`round(${expression.text})`) : expression;
    return uses.get(node)! < 2 ? rounded : name(node, rounded);
  };
  const printCall = (node: ScalarCall): Expression => prints[node.name](source, ...node.inputs.map(print));
  const name = (node: Scalar, { text, isCondition }: Expression): Expression => {
    const named = { ...whole(`x${known.size + 1}`), isCondition };
    lines.push(`  const ${named.text} = ${text};`);
    known.set(node, named);
    return named;
  };
  const { text } = asNumber(print(scalar));
  return [...lines, `  return ${text};`].join('\n');
}

function printNumber(source: Source, value: number): Expression {
  const own = source.isDouble ? value : Math.fround(value);
  return { text: numberText(own), level: own < 0 ? 'sign' : 'whole' };
}

/** How often each part stands in the tree. */
function countUses(root: Scalar): Map<Scalar, number> {
  const uses = new Map<Scalar, number>();
  const visit = (node: Scalar): void => {
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before === 0 && node.kind === 'call') node.inputs.forEach(visit);
  };
  visit(root);
  return uses;
}
