/** What one check against reference numbers came to. */
export interface ConformanceOutcome {
  /** File of the reference, relative to its folder's root, e.g. `optimizers/adam.json`. */
  readonly file: string;
  readonly case: string;
  readonly executor: 'reference' | 'wasm' | 'none';
  readonly status: 'passed' | 'failed' | 'unsupported';
  /** What was compared and by how much it was off, or what is not supported. */
  readonly detail?: string;
}

/** Reads reference files by path relative to the root; `.gz` is unpacked, JSON parsed; undefined where there is none. */
export interface ReadOracle {
  (path: string): Promise<unknown>;
  /** File names in a folder of the reference (not recursive); empty where there is none. */
  list(folder: string): Promise<readonly string[]>;
}

/** `max|a - b| / max|b|` over one array, the oracle's measure; 0 for empty arrays, Infinity where only one is NaN. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i]) || (Number.isNaN(actual[i]) && Number.isNaN(expected[i]))) {
      if (Number.isFinite(expected[i])) scale = Math.max(scale, Math.abs(expected[i]));
      continue;
    }
    if (!Number.isFinite(actual[i]) || !Number.isFinite(expected[i])) return Infinity;
    difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return difference === 0 ? 0 : difference / scale;
}
