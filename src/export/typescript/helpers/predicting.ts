/** Functions from raw outputs to predictions. */
export const predicting = {
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
function pair(second: number): Float64Array {
  return Float64Array.of(1 - second, second);
}`,
  },
  shares: {
    code: `
/** Divided by their sum; all alike where that is 0. */
function shares(x: Float64Array): Float64Array {
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
function meanVector(vectors: Float64Array[]): Float64Array {
  return vectors[0]!.map((_, i) => mean(vectors.map((each) => each[i]!)));
}`,
  },
  classified: {
    code: `
/** The most probable class, and the probabilities of all. */
function classified<Target extends string, Class extends string>(
  target: Target,
  classes: readonly Class[],
  probabilities: Float64Array,
) {
  const best = probabilities.indexOf(probabilities.reduce((a, b) => Math.max(a, b)));
  const named = Object.fromEntries(classes.map((name, i) => [name, probabilities[i]]));
  return {
    task: "classification" as const,
    target,
    class: classes[best]!,
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
