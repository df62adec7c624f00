import type { Scalar, ScalarCall, ScalarName } from '../../network/scalar.ts';
import { numberText } from '../code/literals.ts';
import type { Source } from '../code/source.ts';

/** Code of a value: comparisons are booleans, everything else numbers. */
interface Expression {
  readonly text: string;
  readonly isCondition?: boolean;
  /** Whether it must be put in parentheses beside an operator. */
  readonly isLoose?: boolean;
}

type Print = (source: Source, ...inputs: readonly Expression[]) => Expression;

const math =
  (name: string): Print =>
  (_source, ...inputs) => ({ text: `Math.${name}(${inputs.map(asNumber).join(', ')})` });

const operator =
  (sign: string): Print =>
  (_source, a, b) => ({ text: `${tight(a)} ${sign} ${tight(b)}`, isLoose: true });

const comparison =
  (sign: string): Print =>
  (_source, a, b) => ({ text: `${tight(a)} ${sign} ${tight(b)}`, isLoose: true, isCondition: true });

/** Every elementwise operation in JavaScript. */
const prints: Readonly<Record<ScalarName, Print>> = {
  negate: (_source, a) => ({ text: `-${tight(a)}`, isLoose: true }),
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
  erf: (source, a) => ({ text: `${source.helper('erf')}(${asNumber(a)})` }),
  isFinite: (_source, a) => ({ text: `Number.isFinite(${asNumber(a)})`, isCondition: true }),
  add: operator('+'),
  subtract: operator('-'),
  multiply: operator('*'),
  divide: operator('/'),
  minimum: math('min'),
  maximum: math('max'),
  power: math('pow'),
  less: comparison('<'),
  lessEqual: comparison('<='),
  equal: comparison('==='),
  notEqual: comparison('!=='),
  select: (_source, condition, a, b) => ({
    text: `${asCondition(condition)} ? ${tight(a)} : ${tight(b)}`,
    isLoose: true,
  }),
};

const asNumber = ({ text, isCondition }: Expression): string => (isCondition ? `(${text} ? 1 : 0)` : text);

function tight(expression: Expression): string {
  if (expression.isCondition) return asNumber(expression);
  return expression.isLoose ? `(${expression.text})` : expression.text;
}

const asCondition = (expression: Expression): string =>
  expression.isCondition ? expression.text : `${tight(expression)} !== 0`;

/** The body of a function of `x`: a constant for each part that is used twice, then the value. */
export function printScalar(source: Source, scalar: Scalar): string {
  const uses = countUses(scalar);
  const known = new Map<Scalar, Expression>();
  const lines: string[] = [];
  const print = (node: Scalar): Expression => {
    if (node.kind === 'x') return { text: 'x' };
    if (node.kind === 'number') return { text: numberText(node.value), isLoose: node.value < 0 };
    return known.get(node) ?? printCall(node);
  };
  const printCall = (node: ScalarCall): Expression => {
    const expression = prints[node.name](source, ...node.inputs.map(print));
    if (uses.get(node)! < 2) return expression;
    const name = `x${known.size + 1}`;
    lines.push(`  const ${name} = ${expression.text};`);
    const named = { text: name, isCondition: expression.isCondition };
    known.set(node, named);
    return named;
  };
  const { text, isCondition } = print(scalar);
  return [...lines, `  return ${isCondition ? `${text} ? 1 : 0` : text};`].join('\n');
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
