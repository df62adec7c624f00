import type { Koffi } from './koffi.node.ts';
import { NOT_TRANSPOSED, ROW_MAJOR, TRANSPOSED, type NativeBlas } from './nativeBlas.node.ts';

/** Sizes around the widths of tiles and vectors, and some that take every path of a library. */
const sizes = [1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 33, 64, 100] as const;
const larger = [
  [128, 96, 200],
  [33, 257, 129],
  [300, 10, 70],
  [10, 300, 520],
  [260, 260, 40],
] as const;
/** Elements of each product that are looked at. */
const looked = 40;
/** Bits that lie beyond an integer of 32 bits: a library that takes them for a size has wider ones. */
const beyond = 5n << 32n;

/** Compares products with sums in float64, in all transposed forms. Returns what is wrong, or undefined. */
export function findWrongProduct(blas: NativeBlas, koffi: Koffi): string | undefined {
  const small = sizes.flatMap((m, i) =>
    sizes.map((n, j) => [m, n, sizes[(3 * i + 5 * j) % sizes.length]] as const),
  );
  for (const shape of [...small, ...larger])
    for (const form of [0, 1, 2, 3]) {
      const wrong = findWrong(blas, koffi, shape, form);
      if (wrong) return wrong;
    }
  return undefined;
}

type Shape = readonly [m: number, n: number, k: number];

function findWrong({ sgemm }: NativeBlas, koffi: Koffi, [m, n, k]: Shape, form: number): string | undefined {
  const [transposeA, transposeB] = [(form & 1) !== 0, (form & 2) !== 0];
  const [a, b, c] = [numbers(m * k, 1), numbers(k * n, 2), new Float32Array(m * n).fill(NaN)];
  const [atA, atB, atC] = [a, b, c].map((array) => koffi.address(array));
  const wide = (size: number): bigint => beyond + BigInt(size);
  sgemm(
    ROW_MAJOR,
    transposeA ? TRANSPOSED : NOT_TRANSPOSED,
    transposeB ? TRANSPOSED : NOT_TRANSPOSED,
    wide(m),
    wide(n),
    wide(k),
    1,
    atA,
    wide(transposeA ? m : k),
    atB,
    wide(transposeB ? k : n),
    0,
    atC,
    wide(n),
  );
  const count = Math.min(m * n, looked);
  for (let at = 0; at < count; at++) {
    const element = Math.floor((at * (m * n - 1)) / Math.max(1, count - 1));
    const [row, column] = [Math.floor(element / n), element % n];
    let [sum, size] = [0, 0];
    for (let p = 0; p < k; p++) {
      const product =
        a[transposeA ? p * m + row : row * k + p] * b[transposeB ? column * k + p : p * n + column];
      sum += product;
      size += Math.abs(product);
    }
    const error = Math.abs(c[element] - sum);
    if (!(error <= 2 ** -20 * size)) return `a product of ${m} x ${k} by ${k} x ${n} came out wrong`;
  }
  return undefined;
}

/** Spread over -1 to 1, without a pattern. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => (Math.imul(i + 7 * seed, 0x9e3779b1) >>> 8) / 2 ** 23 - 1);
}
