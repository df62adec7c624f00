import type { Command } from '../arguments/define.ts';

interface Entry {
  /** For the overview; a command's own file says more. */
  readonly summary: string;
  /** Commands are loaded when they are run. */
  load(): Promise<Command>;
}

/** All commands, in the order of the overview. */
export const commands: Readonly<Record<string, Entry>> = {
  studio: {
    summary: 'open the studio in the browser: training seen while it happens',
    load: async () => (await import('./studio.ts')).studio,
  },
  train: {
    summary: 'train a network on a table',
    load: async () => (await import('./train.ts')).train,
  },
  predict: {
    summary: 'let a trained model predict the rows of a table',
    load: async () => (await import('./predict.ts')).predict,
  },
  evaluate: {
    summary: 'score a trained model on a table that has the answers',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  describe: {
    summary: 'say what is in a table',
    load: async () => (await import('./describe.ts')).describe,
  },
  recipe: {
    summary: 'show recipes, and what their fields do',
    load: async () => (await import('./recipe.ts')).recipe,
  },
  machine: {
    summary: 'say what this machine has to compute with',
    load: async () => (await import('./machine.ts')).machine,
  },
  export: {
    summary: 'turn a trained model into a TypeScript file or ONNX',
    load: async () => (await import('./export.ts')).exportModel,
  },
};
