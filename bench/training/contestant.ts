import type { Work } from './works.ts';

/** One library, ready to train one work. */
export interface Contestant {
  /** Does so many more steps: batch after batch, forward, backward and update. */
  run(steps: number): void | Promise<void>;
  /** Weights and biases as they are now: layer by layer, weights row-major [inputs, units] first. */
  parameters(): Float32Array | Promise<Float32Array>;
}

export type OpenContestant = (work: Work) => Contestant | Promise<Contestant>;

interface Entry {
  readonly name: string;
  /** npm package whose version is told; none for what is written here. */
  readonly package?: string;
  /** Works it takes part in; all of them when left out. */
  readonly works?: readonly string[];
  load(): Promise<OpenContestant>;
}

/** Everyone who takes part, Neumann first. Loaded only in the process that runs it. */
export const contestants: readonly Entry[] = [
  { name: 'neumann', load: async () => (await import('./contestants/neumann.ts')).openNeumann },
  {
    name: 'jax-js',
    package: '@jax-js/jax',
    load: async () => (await import('./contestants/jax.ts')).openJax,
  },
  {
    name: 'tfjs-wasm',
    package: '@tensorflow/tfjs-backend-wasm',
    load: async () => (await import('./contestants/tensorflow.ts')).openTensorflowWasm,
  },
  {
    name: 'tfjs-cpu',
    package: '@tensorflow/tfjs',
    works: ['2-4-2-1'],
    load: async () => (await import('./contestants/tensorflow.ts')).openTensorflowCpu,
  },
  {
    name: 'plain loops',
    works: ['2-4-2-1'],
    load: async () => (await import('./contestants/plainLoops.ts')).openPlainLoops,
  },
];
