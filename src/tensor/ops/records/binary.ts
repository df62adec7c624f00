import { pow } from '../../../numeric/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { BinaryName } from '../build/elementwise.ts';
import { divide, equal, lessEqual, log, multiply, negate, power, select, subtract } from '../build/index.ts';
import { constantValue } from '../constantValue.ts';
import { type BinaryLine, binaryDefinitions } from './elementwiseForms.ts';

const positive = [0.25, 0.90625, 1.609375, 5.5, 2.125];

/** One line each: the meaning in float64, then the gradients by a and b from g, the gradient by the result y. */
const lines: Record<BinaryName, BinaryLine> = {
  add: { meaning: (a, b) => a + b, gradient: (g) => [g, g], simplify: (a, b) => dropNegativeZero(a, b) },
  subtract: { meaning: (a, b) => a - b, gradient: (g) => [g, negate(g)], simplify: (a, b) => dropZero(a, b) },
  multiply: {
    meaning: (a, b) => a * b,
    integerMeaning: Math.imul,
    gradient: (g, a, b) => [multiply(g, b), multiply(g, a)],
    simplify: (a, b) => dropOne(a, b) ?? dropOne(b, a),
  },
  divide: {
    meaning: (a, b) => a / b,
    gradient: (g, _, b, y) => [divide(g, b), negate(divide(multiply(g, y), b))],
    simplify: (a, b) => dropOne(a, b),
  },
  minimum: { meaning: Math.min, gradient: (g, a, b) => chosen(g, lessEqual(a, b)) },
  maximum: { meaning: Math.max, gradient: (g, a, b) => chosen(g, lessEqual(b, a)) },
  power: { meaning: pow, gradient: powerGradient, exact: false, first: positive },
  less: { meaning: (a, b) => (a < b ? 1 : 0), gradient: 'zero', gives: 'f32' },
  lessEqual: { meaning: (a, b) => (a <= b ? 1 : 0), gradient: 'zero', gives: 'f32' },
  equal: { meaning: (a, b) => (a === b ? 1 : 0), gradient: 'zero', gives: 'f32' },
  notEqual: { meaning: (a, b) => (a !== b ? 1 : 0), gradient: 'zero', gives: 'f32' },
};

export const binaryOps = binaryDefinitions(lines);

function chosen(g: Tensor, first: Tensor): readonly [Tensor, Tensor] {
  return [select(first, g, 0), select(first, 0, g)];
}

/** As PyTorch: by the base 0 where the exponent is 0; by the exponent 0 where the base is 0 and the exponent isn't negative. */
function powerGradient(g: Tensor, a: Tensor, b: Tensor, y: Tensor): readonly [Tensor, Tensor] {
  const byBase = multiply(multiply(g, b), power(a, subtract(b, 1)));
  const byExponent = multiply(multiply(g, y), log(a));
  const settled = multiply(equal(a, 0), lessEqual(0, b));
  return [select(equal(b, 0), 0, byBase), select(settled, 0, byExponent)];
}

// x + 0 is not always x, for -0 + 0 is 0; but x + -0 and x - 0 are.

function dropNegativeZero(a: Tensor, b: Tensor): Tensor | undefined {
  if (Object.is(constantValue(b), -0)) return a;
  return Object.is(constantValue(a), -0) ? b : undefined;
}

function dropZero(a: Tensor, b: Tensor): Tensor | undefined {
  return Object.is(constantValue(b), 0) ? a : undefined;
}

function dropOne(a: Tensor, b: Tensor): Tensor | undefined {
  return constantValue(b) === 1 ? a : undefined;
}
