import type { Scalar, ScalarName } from '../../network/scalar.ts';
import { arithmetic, type Arithmetic, type Operand } from '../columns/arithmetic.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';

/** The value of an operation; comparisons give bool, everything else float. */
interface Result {
  readonly value: Operand;
  readonly isCondition?: boolean;
}

type ScalarGraph = (math: Arithmetic, ...inputs: readonly Operand[]) => Value;

const one =
  (operator: string): ScalarGraph =>
  (math, x) =>
    math.apply(operator, x);

const two =
  (operator: string): ScalarGraph =>
  (math, a, b) =>
    math.graph.node(
      operator,
      [a, b].map((each) => (typeof each === 'number' ? math.number(each) : each)),
    );

const not = (math: Arithmetic, condition: Value): Value => math.graph.node('Not', [condition]);

/** Operations whose result is a condition. */
const conditions: Readonly<Partial<Record<ScalarName, ScalarGraph>>> = {
  less: two('Less'),
  lessEqual: two('LessOrEqual'),
  equal: two('Equal'),
  notEqual: (math, a, b) => not(math, math.compare('Equal', a, b)),
  isFinite: (math, x) => not(math, math.graph.node('Or', [math.apply('IsNaN', x), math.apply('IsInf', x)])),
};

type Condition = 'less' | 'lessEqual' | 'equal' | 'notEqual' | 'isFinite';

/** All other elementwise operations, as operators of ONNX. */
const graphs: Readonly<Record<Exclude<ScalarName, Condition | 'select'>, ScalarGraph>> = {
  negate: one('Neg'),
  absolute: one('Abs'),
  sign: one('Sign'),
  exp: one('Exp'),
  expm1: (math, x) => math.subtract(math.apply('Exp', x), 1),
  log: one('Log'),
  log1p: (math, x) => math.apply('Log', math.add(x, 1)),
  squareRoot: one('Sqrt'),
  floor: one('Floor'),
  tanh: one('Tanh'),
  sin: one('Sin'),
  cos: one('Cos'),
  erf: one('Erf'),
  add: two('Add'),
  subtract: two('Sub'),
  multiply: two('Mul'),
  divide: two('Div'),
  minimum: two('Min'),
  maximum: two('Max'),
  power: two('Pow'),
};

/** A function of one number, over all numbers of a tensor. */
export function scalarGraph(graph: GraphBuilder, scalar: Scalar, x: Value): Value {
  const math = arithmetic(graph, 'float');
  const known = new Map<Scalar, Result>();
  const resultOf = (node: Scalar): Result => {
    const before = known.get(node);
    if (before) return before;
    const result = build(node);
    known.set(node, result);
    return result;
  };
  const build = (node: Scalar): Result => {
    if (node.kind === 'x') return { value: x };
    if (node.kind === 'number') return { value: node.value };
    const inputs = node.inputs.map(resultOf);
    if (node.name === 'select') {
      const [condition, a, b] = inputs;
      return { value: math.select(asCondition(math, condition), asNumber(math, a), asNumber(math, b)) };
    }
    const numbers = inputs.map((input) => asNumber(math, input));
    const condition = conditions[node.name];
    if (condition) return { value: condition(math, ...numbers), isCondition: true };
    return { value: graphs[node.name as keyof typeof graphs](math, ...numbers) };
  };
  const result = asNumber(math, resultOf(scalar));
  return typeof result === 'number' ? math.add(math.multiply(x, 0), result) : result;
}

function asNumber({ graph }: Arithmetic, { value, isCondition }: Result): Operand {
  return isCondition ? graph.cast(value as Value, 'float') : value;
}

function asCondition(math: Arithmetic, { value, isCondition }: Result): Value {
  return isCondition ? (value as Value) : not(math, math.compare('Equal', value, 0));
}
