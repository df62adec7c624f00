import { availableParallelism } from 'node:os';
import type { Contestant } from '../harness/contestant.ts';

const module = 'neumann.ts';
const engine = ['train', 'multiply', 'predict'] as const;
const shared = ['train', 'multiply'] as const;

const exact = { mode: 'exact' } as const;
const fast = { mode: 'fast', blas: true } as const;
const threads = availableParallelism();
const all = `${threads} threads`;

const onOneCore: readonly Contestant[] = [
  { name: 'Neumann exact', module, kinds: [...engine, 'read'], options: exact, ours: true },
  { name: 'Neumann fast', module, kinds: engine, options: fast, ours: true },
  { name: 'Neumann fast, no BLAS', module, kinds: engine, options: { ...fast, blas: false }, ours: true },
];

const onAllCores: readonly Contestant[] = [
  {
    name: `Neumann exact, ${all}`,
    module,
    kinds: shared,
    options: { ...exact, threads },
    ours: true,
    threads,
  },
  { name: `Neumann fast, ${all}`, module, kinds: shared, options: { ...fast, threads }, ours: true, threads },
];

/** Neumann in each of its modes; the first is the reference of all results. */
export const ours: readonly Contestant[] = [...onOneCore, ...(threads > 1 ? onAllCores : [])];
