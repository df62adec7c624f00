import type { DType, Tensor } from '../../graph/tensor.ts';
import { textAttribute } from '../attributes.ts';
import type { Infer, TensorType } from '../define.ts';
import { makeNode } from '../node.ts';
import { refuseShape, requireDType, requireSameDType, showShape } from '../refuse.ts';
import { broadcast, commonShape, sameShape } from './broadcast.ts';
import { constant } from './leaf.ts';

/** Where a tensor is expected beside another, a plain number stands for a constant of the other's dtype. */
export type Operand = Tensor | number;

const anyNumber: readonly DType[] = ['f32', 'i32'];
const float: readonly DType[] = ['f32'];

/** What the operands must be: all of one dtype among these. The result has that dtype, or f32 for conditions. */
export const unaryAccepts = {
  negate: anyNumber,
  absolute: anyNumber,
  sign: anyNumber,
  exp: float,
  expm1: float,
  log: float,
  log1p: float,
  squareRoot: float,
  floor: float,
  tanh: float,
  sin: float,
  cos: float,
  erf: float,
  isFinite: float,
  stopGradient: anyNumber,
};

export const binaryAccepts = {
  add: anyNumber,
  subtract: anyNumber,
  multiply: anyNumber,
  divide: float,
  minimum: anyNumber,
  maximum: anyNumber,
  power: float,
  less: anyNumber,
  lessEqual: anyNumber,
  equal: anyNumber,
  notEqual: anyNumber,
};

export type UnaryName = keyof typeof unaryAccepts;
export type BinaryName = keyof typeof binaryAccepts;
export type ElementwiseName = UnaryName | BinaryName | 'select' | 'cast';

/** Inference of all elementwise operations but `select` and `cast`; `gives` is f32 for conditions. */
export function inferElementwise(op: UnaryName | BinaryName, gives?: DType): Infer {
  const accepts = { ...unaryAccepts, ...binaryAccepts }[op];
  return (inputs) => {
    for (const input of inputs) requireDType(op, input, accepts);
    requireSameDType(op, inputs);
    requireSameShape(op, inputs);
    return { shape: inputs[0].shape, dtype: gives ?? inputs[0].dtype };
  };
}

export const inferSelect: Infer = (inputs) => {
  const [condition, a, b] = inputs;
  requireDType('select', condition, float);
  requireDType('select', a, anyNumber);
  requireSameDType('select', [a, b]);
  requireSameShape('select', inputs);
  return { shape: a.shape, dtype: a.dtype };
};

export const inferCast: Infer = ([x], attributes) => {
  return { shape: x.shape, dtype: textAttribute(attributes, 'dtype') as DType };
};

function requireSameShape(op: string, inputs: readonly TensorType[]): void {
  if (inputs.every((input) => sameShape(input.shape, inputs[0].shape))) return;
  const shown = inputs.map((input) => showShape(input.shape)).join(' and ');
  refuseShape(op, `takes tensors of one shape, but was given ${shown}`);
}

function unary(op: UnaryName, gives?: DType): (x: Tensor) => Tensor {
  const infer = inferElementwise(op, gives);
  return (x) => makeNode(op, [x], {}, infer);
}

function binary(op: BinaryName, gives?: DType): (a: Operand, b: Operand) => Tensor {
  const infer = inferElementwise(op, gives);
  return (a, b) => makeNode(op, alike(op, [a, b], dtypeOf([a, b])), {}, infer);
}

/** Turns numbers into constants and repeats what is smaller, so that the node's inputs have one shape. */
function alike(op: string, operands: readonly Operand[], dtype: DType): readonly Tensor[] {
  const shapes = operands.filter((operand) => typeof operand !== 'number').map((tensor) => tensor.shape);
  const shape = commonShape(op, shapes);
  return operands.map((operand) =>
    typeof operand === 'number' ? constant(operand, shape, dtype) : broadcast(operand, shape),
  );
}

/** The dtype that a number beside these operands takes. */
function dtypeOf(operands: readonly Operand[]): DType {
  return operands.find((operand) => typeof operand !== 'number')?.dtype ?? 'f32';
}

export const negate = unary('negate');
export const absolute = unary('absolute');
/** -1, 0 or 1. */
export const sign = unary('sign');
export const exp = unary('exp');
/** exp(x) - 1, exact for small x. */
export const expm1 = unary('expm1');
/** Natural logarithm; -Infinity at 0. */
export const log = unary('log');
/** log(1 + x), exact for small x. */
export const log1p = unary('log1p');
export const squareRoot = unary('squareRoot');
export const floor = unary('floor');
export const tanh = unary('tanh');
export const sin = unary('sin');
export const cos = unary('cos');
/** The error function: 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
export const erf = unary('erf');
/** 1 where x is neither infinite nor NaN, else 0. */
export const isFinite = unary('isFinite', 'f32');
/** x itself, but a constant to `gradients`. */
export const stopGradient = unary('stopGradient');

export const add = binary('add');
export const subtract = binary('subtract');
export const multiply = binary('multiply');
export const divide = binary('divide');
/** The smaller; on a tie the gradient goes to `a` (PyTorch halves it). NaN if either is. */
export const minimum = binary('minimum');
/** The larger; on a tie the gradient goes to `a` (PyTorch halves it). NaN if either is. */
export const maximum = binary('maximum');
/** a to the power b; NaN where a < 0 and b is no whole number. */
export const power = binary('power');
/** Comparisons give f32: 1 where they hold, else 0 (also beside NaN, `notEqual` apart). */
export const less = binary('less', 'f32');
export const lessEqual = binary('lessEqual', 'f32');
export const equal = binary('equal', 'f32');
export const notEqual = binary('notEqual', 'f32');

/** `a` where the condition is not 0, else `b`; what is not chosen does not matter, not even NaN. */
export function select(condition: Tensor, a: Operand, b: Operand): Tensor {
  return makeNode('select', alike('select', [condition, a, b], dtypeOf([a, b])), {}, inferSelect);
}

/**
 * The same numbers in another dtype. To an integer: towards zero, kept within the dtype's range, NaN to 0.
 */
export function cast(x: Tensor, dtype: DType): Tensor {
  return x.dtype === dtype ? x : makeNode('cast', [x], { dtype }, inferCast);
}
