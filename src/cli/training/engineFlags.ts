import type { EngineOptions } from '../../train/index.ts';
import type { Values } from '../arguments/define.ts';
import { usageError } from '../arguments/parseArguments.ts';

/** Flags that say how a run is computed. */
export const engineFlags = {
  exact: {
    kind: 'flag',
    summary: 'compute so that every machine gets the same bits; what small nets do anyway',
  },
  fast: { kind: 'flag', summary: 'compute with all that this machine has; what large nets do anyway' },
} as const;

type EngineValues = Values<Record<never, never>, typeof engineFlags>;

export function engineFromFlags({ exact, fast }: EngineValues): EngineOptions {
  if (exact && fast) throw usageError('train', 'Either --exact or --fast.');
  return exact ? { mode: 'exact' } : fast ? { mode: 'fast' } : {};
}
