import { availableParallelism } from 'node:os';
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
  threads: {
    kind: 'integer',
    value: 'NUMBER',
    summary: 'share what takes long between at most so many threads; as many as there are when left out',
  },
} as const;

type EngineValues = Values<Record<never, never>, typeof engineFlags>;

export function engineFromFlags({ exact, fast, threads }: EngineValues): EngineOptions {
  if (exact && fast) throw usageError('train', 'Either --exact or --fast.');
  const most = availableParallelism();
  if (threads !== undefined && (threads < 1 || threads > most))
    throw usageError('train', threadsText(threads, most));
  return { ...(exact && { mode: 'exact' }), ...(fast && { mode: 'fast' }), threads };
}

function threadsText(threads: number, most: number): string {
  const range = most === 1 ? '1' : `1 to ${most}`;
  return `--threads is ${threads}; it must be ${range}, as many as this machine runs at once.`;
}
