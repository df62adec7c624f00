import { f32x4, type V128 } from '../emit/index.ts';
import type { ProductCall } from '../plan/plan.ts';
import type { Target } from './context.ts';

/** A product of fewer multiplications, two microseconds' worth, keeps to plain instructions: too little to gain for other bits. */
const fewMultiplications = 2 ** 15;

/** a b + sum on four lanes: where a product's kernel meets the processor. A new instruction for it would go here. */
export type MultiplyAdd = (a: V128, b: V128, sum: V128) => V128;

export function multiplyAddFor({ relaxed }: Target, { batch, m, n, k }: ProductCall): MultiplyAdd {
  return relaxed && batch * m * n * k >= fewMultiplications ? f32x4.relaxed_madd : plain;
}

const plain: MultiplyAdd = (a, b, sum) => f32x4.add(sum, f32x4.mul(a, b));
