/** Functions of the net's layers. `Vector` and `round` are of the precision that it was trained in. */
export const layers = {
  dense: {
    code: `
/** x W + b, with W of [inputs, outputs], row by row. */
function dense(x: Vector, weight: Numbers, bias: Numbers): Vector {
  const y = new Vector(bias.length);
  x.forEach((value, i) => {
    for (let j = 0; j < y.length; j++) y[j]! += round(value * weight[i * y.length + j]!);
  });
  return y.map((value, j) => value + bias[j]!);
}`,
  },
  vector: {
    code: `
/** The vector that a table of vectors has for a code. */
function vector(table: Numbers, dimension: number, code: number): Vector {
  return Vector.from({ length: dimension }, (_, i) => table[code * dimension + i]!);
}`,
  },
  concatenate: {
    code: `
/** Vectors one behind the other. */
function concatenate(...vectors: Vector[]): Vector {
  return Vector.from(vectors.flatMap((each) => [...each]));
}`,
  },
  add: {
    code: `
/** The sum of two vectors. */
function add(a: Vector, b: Vector): Vector {
  return a.map((value, i) => value + b[i]!);
}`,
  },
  affine: {
    code: `
/** x weight + bias, number by number. */
function affine(x: Vector, weight: Numbers, bias: Numbers): Vector {
  return x.map((value, i) => round(value * weight[i]!) + bias[i]!);
}`,
  },
  batchNorm: {
    code: `
/** Brought to mean 0 and variance 1 by what was measured in training. */
function batchNorm(x: Vector, mean: Numbers, variance: Numbers, epsilon: number): Vector {
  const scale = (i: number) => round(1 / round(Math.sqrt(round(variance[i]! + epsilon))));
  return x.map((value, i) => round(value - mean[i]!) * scale(i));
}`,
  },
  groupNorm: {
    code: `
/** Each of so many equal parts of a vector brought to mean 0 and variance 1. */
function groupNorm(x: Vector, groups: number, epsilon: number): Vector {
  const size = x.length / groups;
  return x.map((value, i) => {
    const part = [...x.subarray(i - (i % size), i - (i % size) + size)];
    const mean = part.reduce((sum, each) => sum + each, 0) / size;
    const variance = part.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / size;
    return (value - mean) / Math.sqrt(variance + epsilon);
  });
}`,
  },
  prelu: {
    code: `
/** A leaky relu with learned slopes: one, or one for each number. */
function prelu(x: Vector, slope: Numbers): Vector {
  return x.map((value, i) => (value > 0 ? value : value * slope[i % slope.length]!));
}`,
  },
  softmax: {
    code: `
/** Positive numbers that sum to 1; all alike where x has grown beyond all bounds. */
function softmax(x: Numbers): Float64Array {
  const largest = Math.max(...Array.from(x));
  const powers = Float64Array.from(x, (value) => Math.exp(value - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => (total > 0 ? value / total : 1 / powers.length));
}`,
  },
  logSoftmax: {
    code: `
/** The logarithm of the softmax. */
function logSoftmax(x: Vector): Vector {
  const largest = Math.max(...x);
  const total = x.reduce((sum, value) => sum + Math.exp(value - largest), 0);
  return x.map((value) => value - largest - Math.log(total));
}`,
  },
  erf: {
    code: `
/** The error function, by its series of positive terms. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}`,
  },
} as const;
