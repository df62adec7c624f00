import type { Contestant } from '../harness/contestant.ts';

const module = 'neumann.ts';
const engine = ['train', 'multiply', 'predict'] as const;

/** Neumann in each of its modes; the first is the reference of all results. */
export const ours: readonly Contestant[] = [
  { name: 'Neumann exact', module, kinds: [...engine, 'read'], options: { mode: 'exact' }, ours: true },
  { name: 'Neumann fast', module, kinds: engine, options: { mode: 'fast', blas: true }, ours: true },
  {
    name: 'Neumann fast, no BLAS',
    module,
    kinds: engine,
    options: { mode: 'fast', blas: false },
    ours: true,
  },
];
