import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Contestant } from './contestant.ts';

/** The last core: the first one is where most systems do their own work. */
const core = String(availableParallelism() - 1);

export const canPin = spawnSync('taskset', ['-c', core, 'true']).status === 0;

/** The command, bound to one core where the system can do that. */
export const pinned = (command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '-c', core, ...command] : command;

/** Settings of BLAS that a shell may hold, which no contestant is to get by chance. */
const DROPPED = ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE', 'OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS'];

export function environmentOf({
  threads = 1,
  environment = {},
}: Pick<Contestant, 'threads' | 'environment'>) {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !DROPPED.includes(name)),
  );
  const count = String(threads);
  const counts = { OMP_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count };
  return { ...inherited, ...counts, ...environment };
}
