import * as numeric from '../../../numeric/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { UnaryName } from '../build/elementwise.ts';
import { add, cos, divide, exp, multiply, negate, sign, sin, subtract } from '../build/index.ts';
import { type UnaryLine, unaryDefinitions } from './elementwiseForms.ts';

const positive = [0.25, 0.90625, 1.609375, 5.5];
const TWO_OVER_ROOT_PI = 1.1283791670955126;

/** One line each: the meaning in float64, then the gradient by x from g, the gradient by the result y. */
const lines: Record<UnaryName, UnaryLine> = {
  negate: { meaning: (x) => -x, gradient: (g) => negate(g), simplify: insideOfNegate },
  absolute: { meaning: Math.abs, gradient: (g, x) => multiply(g, sign(x)) },
  sign: { meaning: Math.sign, gradient: 'zero' },
  exp: { meaning: numeric.exp, gradient: (g, _, y) => multiply(g, y), exact: false },
  expm1: { meaning: numeric.expm1, gradient: (g, _, y) => multiply(g, add(y, 1)), exact: false },
  log: { meaning: numeric.log, gradient: (g, x) => divide(g, x), exact: false, points: positive },
  log1p: { meaning: numeric.log1p, gradient: (g, x) => divide(g, add(x, 1)), exact: false, points: positive },
  squareRoot: { meaning: Math.sqrt, gradient: (g, _, y) => divide(multiply(g, 0.5), y), points: positive },
  floor: { meaning: Math.floor, gradient: 'zero' },
  tanh: {
    meaning: numeric.tanh,
    gradient: (g, _, y) => multiply(g, subtract(1, multiply(y, y))),
    exact: false,
  },
  sin: { meaning: numeric.sin, gradient: (g, x) => multiply(g, cos(x)), exact: false, accurateWithin: 8192 },
  cos: {
    meaning: numeric.cos,
    gradient: (g, x) => negate(multiply(g, sin(x))),
    exact: false,
    accurateWithin: 8192,
  },
  erf: {
    meaning: numeric.erf,
    gradient: (g, x) => multiply(g, multiply(bell(x), TWO_OVER_ROOT_PI)),
    exact: false,
  },
  isFinite: { meaning: (x) => (Number.isFinite(x) ? 1 : 0), gradient: 'zero', gives: 'f32' },
  stopGradient: { meaning: (x) => x, gradient: 'notDifferentiable', simplify: (x) => x },
};

export const unaryOps = unaryDefinitions(lines);

function bell(x: Tensor): Tensor {
  return exp(negate(multiply(x, x)));
}

function insideOfNegate(x: Tensor): Tensor | undefined {
  return x.op === 'negate' ? x.inputs[0] : undefined;
}
