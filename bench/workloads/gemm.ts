import { randomStream } from '../../src/numeric/index.ts';
import type { Case, Workload } from './workload.ts';

/** product [m, n] = a [m, k] b [k, n]; transposed, a lies as [k, m], b as [n, k]. */
export interface Product {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const forms = {
  'a b': { transposeA: false, transposeB: false },
  "a' b": { transposeA: true, transposeB: false },
  "a b'": { transposeA: false, transposeB: true },
};

type Shape = readonly [m: number, k: number, n: number, form: keyof typeof forms];

/** The forms that training has (outputs, gradients of weights, of inputs), then narrow and tall ones. */
const shapes: readonly Shape[] = [
  [512, 512, 512, 'a b'],
  [128, 784, 512, 'a b'],
  [784, 128, 512, "a' b"],
  [128, 512, 512, "a b'"],
  [32, 784, 128, 'a b'],
  [64, 64, 64, 'a b'],
  [128, 512, 10, 'a b'],
  [1024, 64, 1, 'a b'],
  [1, 784, 512, 'a b'],
];

/** Matrix products of float32, beside what the machine's four lanes can do. */
export const gemm: Workload = {
  name: 'gemm',
  title: 'Matrix products',
  cases: (quick) => (quick ? shapes.filter((_, i) => [1, 2, 6].includes(i)) : shapes).map(caseOf),
};

function caseOf([m, k, n, form]: Shape): Case {
  const stream = randomStream(4, 'bench', 'product');
  const numbers = (length: number, from: number) =>
    Float32Array.from({ length }, (_, i) => stream.normal(from + i));
  return {
    name: `gemm ${m}x${k}x${n} ${form}`,
    title: `[${m}, ${n}] = ${form}, inner length ${k}`,
    kind: 'multiply',
    settings: { m, k, n, ...forms[form] } satisfies Product,
    arrays: { a: numbers(m * k, 0), b: numbers(k * n, m * k) },
    compared: { steps: 1, tolerance: 1e-5 },
    counted: { unit: 'GFLOP', each: (2 * m * k * n) / 1e9 },
    rounds: 7,
  };
}
