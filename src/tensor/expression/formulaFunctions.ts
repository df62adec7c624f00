import type { Tensor } from '../graph/tensor.ts';
import * as build from '../ops/build/index.ts';
import type { Operand } from '../ops/build/index.ts';
import * as composite from '../ops/composite.ts';

export interface FormulaFunction {
  readonly inputs: 1 | 2 | 3;
  readonly build: (...inputs: Operand[]) => Tensor;
}

/** What may be called in a formula: the elementwise operations, and functions made of them. */
export const formulaFunctions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({
    negate: one(build.negate),
    absolute: one(build.absolute),
    sign: one(build.sign),
    exp: one(build.exp),
    expm1: one(build.expm1),
    log: one(build.log),
    log1p: one(build.log1p),
    squareRoot: one(build.squareRoot),
    floor: one(build.floor),
    tanh: one(build.tanh),
    sin: one(build.sin),
    cos: one(build.cos),
    erf: one(build.erf),
    isFinite: one(build.isFinite),
    stopGradient: one(build.stopGradient),
    square: one(composite.square),
    reciprocal: one(composite.reciprocal),
    relu: one(composite.relu),
    sigmoid: one(composite.sigmoid),
    softplus: one(composite.softplus),
    logSigmoid: one(composite.logSigmoid),
    add: two(build.add),
    subtract: two(build.subtract),
    multiply: two(build.multiply),
    divide: two(build.divide),
    minimum: two(build.minimum),
    maximum: two(build.maximum),
    power: two(powerOf),
    less: two(build.less),
    lessEqual: two(build.lessEqual),
    greater: two(composite.greater),
    greaterEqual: two(composite.greaterEqual),
    equal: two(build.equal),
    notEqual: two(build.notEqual),
    select: three((condition, a, b) => build.select(tensor(condition), a, b)),
    clip: three((x, low, high) => composite.clip(tensor(x), low, high)),
    // What everyone writes.
    abs: one(build.absolute),
    sqrt: one(build.squareRoot),
    min: two(build.minimum),
    max: two(build.maximum),
  }),
);

/** Powers that people write for products and roots become those: cheaper, and with a gradient everywhere. */
function powerOf(base: Operand, exponent: Operand): Tensor {
  const x = tensor(base);
  if (exponent === 1) return x;
  if (exponent === 2) return composite.square(x);
  if (exponent === 3) return build.multiply(composite.square(x), x);
  if (exponent === 0.5) return build.squareRoot(x);
  return exponent === -1 ? composite.reciprocal(x) : build.power(x, exponent);
}

/** A plain number where only a tensor will do. */
export function tensor(operand: Operand): Tensor {
  return typeof operand === 'number' ? build.constant(operand) : operand;
}

function one(apply: (x: Tensor) => Tensor): FormulaFunction {
  return { inputs: 1, build: (x) => apply(tensor(x)) };
}

function two(apply: (a: Operand, b: Operand) => Tensor): FormulaFunction {
  return { inputs: 2, build: apply };
}

function three(apply: (a: Operand, b: Operand, c: Operand) => Tensor): FormulaFunction {
  return { inputs: 3, build: apply };
}
