import * as numeric from '../../../numeric/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { ElementwiseName } from '../build/elementwise.ts';
import {
  add,
  cos,
  divide,
  equal,
  exp,
  lessEqual,
  log,
  multiply,
  negate,
  power,
  select,
  sign,
  sin,
  subtract,
} from '../build/index.ts';
import { constantValue } from '../constantValue.ts';
import type { ElementwiseDefinition } from '../define.ts';
import { binary, cast, comparison, condition, selection, unary } from './elementwiseForms.ts';

const ordinary = [-2.25, -0.71875, 0.40625, 1.90625];
const positive = [0.25, 0.90625, 1.609375, 5.5];
const TWO_OVER_ROOT_PI = 1.1283791670955126;

/** Each line: the meaning in float64, then the gradient from g (the gradient by the result y). */
export const elementwiseOps: Record<ElementwiseName, ElementwiseDefinition> = {
  negate: unary(
    'negate',
    (x) => -x,
    (g) => negate(g),
    ordinary,
  ),
  absolute: unary('absolute', Math.abs, (g, x) => multiply(g, sign(x)), ordinary),
  sign: unary('sign', Math.sign, 'zero', ordinary),
  exp: unary('exp', numeric.exp, (g, _, y) => multiply(g, y), ordinary),
  expm1: unary('expm1', numeric.expm1, (g, _, y) => multiply(g, add(y, 1)), ordinary),
  log: unary('log', numeric.log, (g, x) => divide(g, x), positive),
  log1p: unary('log1p', numeric.log1p, (g, x) => divide(g, add(x, 1)), positive),
  squareRoot: unary('squareRoot', Math.sqrt, (g, _, y) => divide(multiply(g, 0.5), y), positive),
  floor: unary('floor', Math.floor, 'zero', ordinary),
  tanh: unary('tanh', numeric.tanh, (g, _, y) => multiply(g, subtract(1, multiply(y, y))), ordinary),
  sin: unary('sin', numeric.sin, (g, x) => multiply(g, cos(x)), ordinary),
  cos: unary('cos', numeric.cos, (g, x) => negate(multiply(g, sin(x))), ordinary),
  erf: unary('erf', numeric.erf, (g, x) => multiply(multiply(g, TWO_OVER_ROOT_PI), bell(x)), ordinary),
  stopGradient: unary(
    'stopGradient',
    (x) => x,
    'notDifferentiable',
    ordinary,
    (x) => x,
  ),
  isFinite: condition('isFinite', Number.isFinite, ordinary),

  add: binary(
    'add',
    (a, b) => a + b,
    (g) => [g, g],
    { simplify: (a, b) => whereNegativeZero(b, a) ?? whereNegativeZero(a, b) },
  ),
  subtract: binary(
    'subtract',
    (a, b) => a - b,
    (g) => [g, negate(g)],
    { simplify: (a, b) => whereZero(b, a) },
  ),
  multiply: binary(
    'multiply',
    (a, b) => a * b,
    (g, a, b) => [multiply(g, b), multiply(g, a)],
    {
      simplify: (a, b) => whereOne(b, a) ?? whereOne(a, b),
      integerMeaning: Math.imul,
    },
  ),
  divide: binary(
    'divide',
    (a, b) => a / b,
    (g, _, b, y) => [divide(g, b), negate(divide(multiply(g, y), b))],
    {
      simplify: (a, b) => whereOne(b, a),
    },
  ),
  minimum: binary('minimum', Math.min, (g, a, b) => chosen(g, lessEqual(a, b))),
  maximum: binary('maximum', Math.max, (g, a, b) => chosen(g, lessEqual(b, a))),
  power: binary('power', numeric.pow, powerGradient, { first: positive }),
  less: comparison('less', (a, b) => a < b),
  lessEqual: comparison('lessEqual', (a, b) => a <= b),
  equal: comparison('equal', (a, b) => a === b),
  notEqual: comparison('notEqual', (a, b) => a !== b),

  select: selection(),
  cast: cast(),
};

function bell(x: Tensor): Tensor {
  return exp(negate(multiply(x, x)));
}

function chosen(g: Tensor, first: Tensor): readonly [Tensor, Tensor] {
  return [select(first, g, 0), select(first, 0, g)];
}

/** As PyTorch: by the base 0 where the exponent is 0; by the exponent 0 where the base is 0 (and a^b not infinite). */
function powerGradient(g: Tensor, a: Tensor, b: Tensor, y: Tensor): readonly [Tensor, Tensor] {
  const byBase = multiply(multiply(g, b), power(a, subtract(b, 1)));
  const byExponent = multiply(multiply(g, y), log(a));
  const settled = multiply(equal(a, 0), lessEqual(0, b));
  return [select(equal(b, 0), 0, byBase), select(settled, 0, byExponent)];
}

// x + 0 is not always x (-0 + 0 is 0), but x + -0 and x - 0 are.
function whereNegativeZero(factor: Tensor, other: Tensor): Tensor | undefined {
  return Object.is(constantValue(factor), -0) ? other : undefined;
}

function whereZero(factor: Tensor, other: Tensor): Tensor | undefined {
  return Object.is(constantValue(factor), 0) ? other : undefined;
}

function whereOne(factor: Tensor, other: Tensor): Tensor | undefined {
  return constantValue(factor) === 1 ? other : undefined;
}
