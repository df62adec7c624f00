import type { Problem } from '../run/contract.ts';

/** A module of one function that makes a vector of four zeros: it is valid only where there is SIMD. */
// prettier-ignore
const VECTOR = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** Why this browser cannot train; null where it can. */
export function missingSimd(): Problem | null {
  if (typeof WebAssembly === 'object' && WebAssembly.validate(VECTOR)) return null;
  return {
    code: 'noSimd',
    text: 'This browser lacks WebAssembly SIMD, which the engine computes with; update it, or open the page in a current Chrome, Edge, Firefox or Safari.',
  };
}
