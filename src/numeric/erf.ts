import { withoutLowWord } from './bits.ts';
import { exp } from './exp.ts';
import { polynomial } from './polynomial.ts';

/** A ratio of two polynomials. */
interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** All coefficients: fdlibm's s_erf.c; each ratio is off by less than 2^-57. */
const nearZero: Rational = {
  numerator: [
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
    -2.3763016656650163e-5,
  ],
  denominator: [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
    -3.960228278775368e-6,
  ],
};
/** erf(1), rounded to float32. */
const ERF_OF_ONE = 0.8450629115104675;
const nearOne: Rational = {
  numerator: [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
    -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
  ],
  denominator: [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107,
  ],
};
/** From 1.25 to 1/0.35, in 1/x². */
const middle: Rational = {
  numerator: [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  denominator: [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
};
/** From 1/0.35 to 28, in 1/x². */
const far: Rational = {
  numerator: [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514,
  ],
  denominator: [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582,
  ],
};

/** The error function, 2/sqrt(π) times the integral of e^(-t²) from 0 to x. Error below 1 ulp. */
export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const size = Math.abs(x);
  if (size < 0.84375) return x + x * ratio(nearZero, x * x);
  const value = size < 1.25 ? ERF_OF_ONE + ratio(nearOne, size - 1) : size >= 6 ? 1 : 1 - tail(size);
  return x < 0 ? -value : value;
}

/** 1 - erf(x), exact to the last bits also where erf(x) is all but 1. Error below 3 ulp. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) return erfcNearZero(x);
  if (size >= 28) return x < 0 ? 2 : 0;
  const above = size < 1.25 ? 1 - ERF_OF_ONE - ratio(nearOne, size - 1) : tail(size);
  return x < 0 ? 2 - above : above;
}

function erfcNearZero(x: number): number {
  const correction = x * ratio(nearZero, x * x);
  return x < 0.25 ? 1 - (x + correction) : 0.5 - (x - 0.5 + correction);
}

function ratio({ numerator, denominator }: Rational, x: number): number {
  return polynomial(x, numerator) / polynomial(x, denominator);
}

/** erfc(x) = e^(-x² - 0.5625 + R/S)/x for 1.25 <= x < 28, with x² as z² + (x - z)(x + z) where z² is exact. */
function tail(x: number): number {
  const exponent = ratio(x < 1 / 0.35 ? middle : far, 1 / (x * x));
  const z = withoutLowWord(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + exponent)) / x;
}
