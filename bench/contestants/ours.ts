import type { Contestant } from '../harness/contestant.ts';

const everything = ['train', 'multiply', 'predict', 'read'] as const;

/** Neumann in each of its modes; the first is the reference of all results. */
export const ours: readonly Contestant[] = [
  { name: 'Neumann exact', module: 'neumann.ts', kinds: everything, ours: true },
];
