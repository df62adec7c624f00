/** A function that an exported file may need: its text, and the others that it calls. */
interface Helper {
  readonly uses?: readonly string[];
  readonly code: string;
}

/** Reading a row. */
const reading = {
  number: {
    code: `
/** A number of a row; \`fill\` where it is missing. */
function number(value: unknown, fill: number): number {
  const read = value === null || value === undefined || value === "" ? NaN : Number(value);
  return Number.isFinite(read) ? read : fill;
}`,
  },
  missing: {
    uses: ['number'],
    code: `
/** 1 where a number of a row is missing, else 0. */
function missing(value: unknown): number {
  return Number.isNaN(number(value, NaN)) ? 1 : 0;
}`,
  },
  time: {
    code: `
/** A date of a row (a Date, milliseconds since 1970, or ISO 8601 text, in UTC unless it says otherwise); \`fill\` where missing. */
function time(value: unknown, fill: number): Date {
  const text = typeof value === "string" ? value.trim().replace(" ", "T") : "";
  const zone = text.includes(":") && !/(Z|[+-]\\d\\d(:?\\d\\d)?)$/.test(text) ? "Z" : "";
  const read = text === "" ? NaN : Date.parse(text + zone);
  const date = value instanceof Date || typeof value === "number" ? new Date(value) : new Date(read);
  return Number.isNaN(date.getTime()) ? new Date(fill) : date;
}`,
  },
  untimed: {
    uses: ['time'],
    code: `
/** 1 where a date of a row is missing, else 0. */
function untimed(value: unknown): number {
  return Number.isNaN(time(value, NaN).getTime()) ? 1 : 0;
}`,
  },
  word: {
    code: `
/** A category of a row as a word; null where it is missing. */
function word(value: unknown): string | null {
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}`,
  },
  places: {
    code: `
/** The place of each category; rare ones share the one behind the others. */
function places(categories: readonly (string | number)[], rare: readonly (string | number)[]): Map<string, number> {
  const own = categories.map((each, place) => [String(each), place] as const);
  return new Map([...own, ...rare.map((each) => [String(each), categories.length] as const)]);
}`,
  },
  place: {
    uses: ['word'],
    code: `
/** The place of a row's category, or what stands for a missing or an unknown one (-1: nothing). */
function place(known: Map<string, number>, value: unknown, missing: number, unknown: number): number {
  const category = word(value);
  return category === null ? missing : (known.get(category) ?? unknown);
}`,
  },
  truthPlace: {
    uses: ['word'],
    code: `
/** The place of a yes or a no, however it is written; what stands for a missing or an unknown one otherwise. */
function truthPlace(
  known: Map<string, number>,
  truth: Map<string, number>,
  value: unknown,
  missing: number,
  unknown: number,
): number {
  const category = word(value);
  if (category === null) return missing;
  return known.get(category) ?? truth.get(category.trim().toLowerCase()) ?? unknown;
}`,
  },
  knownPlace: {
    code: `
/** The place found, unless the category is unknown: that is refused. */
function knownPlace(place: number, column: string, value: unknown): number {
  if (place >= -1) return place;
  throw new RangeError(\`\${column} is "\${String(value)}", which no training row has\`);
}`,
  },
  oneHot: {
    code: `
/** 1 at the place, 0 at all others. */
function oneHot(place: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => (i === place ? 1 : 0));
}`,
  },
  single: {
    code: `
/** A number as the net learned to take it: float32, within ±1e18. */
function single(x: number): number {
  return Math.min(Math.max(Math.fround(x), -1e18), 1e18);
}`,
  },
} as const;

/** Bending the scale of a number. */
const scaling = {
  share: {
    code: `
/** The share of training values below x, from their quantiles; the middle one where x is equal to several. */
function share(x: number, quantiles: Numbers, margin: number): number {
  const last = quantiles.length - 1;
  if (x - margin < quantiles[0] || (margin === 0 && x === quantiles[0])) return 0;
  if (x + margin > quantiles[last] || (margin === 0 && x === quantiles[last])) return 1;
  let low = 0;
  while (low < last && quantiles[low + 1] <= x) low++;
  let high = low;
  while (high > 0 && quantiles[high - 1] >= x) high--;
  if (quantiles[low] === x) return (low + high) / 2 / last;
  return (low + (x - quantiles[low]) / (quantiles[low + 1] - quantiles[low])) / last;
}`,
  },
  normalQuantile: {
    code: `
/** Below this lies the share p of a standard normal distribution, within ±5.2: Wichura's AS 241. */
function normalQuantile(p: number): number {
  const bounded = Math.min(Math.max(p, 1e-7 - 2 ** -52), 1 - (1e-7 - 2 ** -52));
  const q = bounded - 0.5;
  const at = (x: number, factors: number[]) => factors.reduceRight((sum, factor) => sum * x + factor, 0);
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const above = [
      3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
      33430.57558358813, 2509.0809287301227,
    ];
    const below = [
      1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
      5226.495278852854,
    ];
    return (q * at(r, above)) / at(r, below);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? bounded : 1 - bounded)) - 1.6;
  const above = [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ];
  const below = [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ];
  return (Math.sign(q) * at(r, above)) / at(r, below);
}`,
  },
  powerOfLog: {
    code: `
/** (e^(power logarithm) - 1) / power, and its limit at 0. */
function powerOfLog(logarithm: number, power: number): number {
  return Math.abs(power) < 1e-16 ? logarithm : Math.expm1(power * logarithm) / power;
}`,
  },
  yeoJohnson: {
    uses: ['powerOfLog'],
    code: `
/** Yeo and Johnson's power of x. */
function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? -powerOfLog(Math.log1p(-x), 2 - lambda) : powerOfLog(Math.log1p(x), lambda);
}`,
  },
  boxCox: {
    uses: ['powerOfLog'],
    code: `
/** Box and Cox's power of x; a number that is not positive counts as the smallest one that is. */
function boxCox(x: number, lambda: number): number {
  return powerOfLog(Math.log(Math.max(x, Number.MIN_VALUE)), lambda);
}`,
  },
} as const;

/** The net. */
const layers = {
  dense: {
    code: `
/** x W + b, with W of [inputs, outputs], row by row. */
function dense(x: Vector, weight: Numbers, bias: Numbers): Vector {
  const y = Float64Array.from(bias);
  x.forEach((value, i) => {
    for (let j = 0; j < y.length; j++) y[j] += value * weight[i * y.length + j];
  });
  return y;
}`,
  },
  vector: {
    code: `
/** The vector that a table of vectors has for a code. */
function vector(table: Numbers, dimension: number, code: number): Vector {
  return Float64Array.from({ length: dimension }, (_, i) => table[code * dimension + i]);
}`,
  },
  concatenate: {
    code: `
/** Vectors one behind the other. */
function concatenate(...vectors: Vector[]): Vector {
  return Float64Array.from(vectors.flatMap((each) => [...each]));
}`,
  },
  add: {
    code: `
/** The sum of two vectors. */
function add(a: Vector, b: Vector): Vector {
  return a.map((value, i) => value + b[i]);
}`,
  },
  affine: {
    code: `
/** x weight + bias, number by number. */
function affine(x: Vector, weight: Numbers, bias: Numbers): Vector {
  return x.map((value, i) => value * weight[i] + bias[i]);
}`,
  },
  batchNorm: {
    code: `
/** Brought to mean 0 and variance 1 by what was measured in training. */
function batchNorm(x: Vector, mean: Numbers, variance: Numbers, epsilon: number): Vector {
  return x.map((value, i) => (value - mean[i]) / Math.sqrt(variance[i] + epsilon));
}`,
  },
  groupNorm: {
    code: `
/** Each of so many equal parts of a vector brought to mean 0 and variance 1. */
function groupNorm(x: Vector, groups: number, epsilon: number): Vector {
  const size = x.length / groups;
  const normalised = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += size) {
    const part = x.subarray(start, start + size);
    const mean = part.reduce((sum, value) => sum + value, 0) / size;
    const variance = part.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / size;
    normalised.set(
      part.map((value) => (value - mean) / Math.sqrt(variance + epsilon)),
      start,
    );
  }
  return normalised;
}`,
  },
  prelu: {
    code: `
/** A leaky relu with learned slopes: one, or one for each number. */
function prelu(x: Vector, slope: Numbers): Vector {
  return x.map((value, i) => (value > 0 ? value : value * slope[i % slope.length]));
}`,
  },
  softmax: {
    code: `
/** Positive numbers that sum to 1. */
function softmax(x: Vector): Vector {
  const largest = x.reduce((a, b) => Math.max(a, b));
  const powers = x.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}`,
  },
  logSoftmax: {
    code: `
/** The logarithm of the softmax. */
function logSoftmax(x: Vector): Vector {
  const largest = x.reduce((a, b) => Math.max(a, b));
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

/** From raw outputs to predictions. */
const predicting = {
  logistic: {
    code: `
/** 1 / (1 + e^-x). */
function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}`,
  },
  pair: {
    code: `
/** Probabilities of two classes, from that of the second. */
function pair(second: number): Vector {
  return Float64Array.of(1 - second, second);
}`,
  },
  shares: {
    code: `
/** Divided by their sum; all alike where that is 0. */
function shares(x: Vector): Vector {
  const total = x.reduce((sum, value) => sum + value, 0);
  return x.map((value) => (total > 0 ? value / total : 1 / x.length));
}`,
  },
  mean: {
    code: `
/** The mean of what several nets say. */
function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}`,
  },
  meanVector: {
    uses: ['mean'],
    code: `
/** The mean of what several nets say, number by number. */
function meanVector(vectors: Vector[]): Vector {
  return vectors[0].map((_, i) => mean(vectors.map((each) => each[i])));
}`,
  },
  classified: {
    code: `
/** The most probable class, and the probabilities of all. */
function classified<Target extends string, Class extends string>(
  target: Target,
  classes: readonly Class[],
  probabilities: Vector,
) {
  const best = probabilities.indexOf(probabilities.reduce((a, b) => Math.max(a, b)));
  const named = Object.fromEntries(classes.map((name, i) => [name, probabilities[i]]));
  return {
    task: "classification" as const,
    target,
    class: classes[best],
    probabilities: named as Record<Class, number>,
  };
}`,
  },
  bytes: {
    code: `
declare function atob(base64: string): string;

/** The bytes that a text of base64 stands for. */
function bytes(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}`,
  },
} as const;

const helpers = { ...reading, ...scaling, ...layers, ...predicting };
export type HelperName = keyof typeof helpers;
export const helperNames = Object.keys(helpers) as HelperName[];

/** The texts of these functions and of all that they call, in the order of the list above. */
export function helperTexts(used: ReadonlySet<HelperName>): string[] {
  const needed = new Set<HelperName>();
  const need = (name: HelperName): void => {
    needed.add(name);
    const { uses = [] }: Helper = helpers[name];
    for (const other of uses) need(other as HelperName);
  };
  for (const name of used) need(name);
  return helperNames.filter((name) => needed.has(name)).map((name) => helpers[name].code.trim());
}
