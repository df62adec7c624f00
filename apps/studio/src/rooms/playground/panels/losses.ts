import { catalogue, type Task } from '../../../catalogue/index.ts';
import type { Choice } from './modelView.ts';

/** Losses that can be chosen for a task. */
export const lossesFor = (task: Task): readonly string[] =>
  Object.entries(catalogue.things.losses).flatMap(([name, { tasks }]) =>
    tasks?.includes(task) ? [name] : [],
  );

/** Losses that can stand beside this one on the same output: they take the same targets, from the same outputs. */
export const partnersOf = (name: string, task: Task): readonly string[] =>
  lossesFor(task).filter((other) => formOf(other) === formOf(name));

const formOf = (name: string): string => `${catalogue.things.losses[name]?.form} ${outputs[name]}`;

export const usualLoss = (task: Task): string =>
  task === 'classification' ? 'crossEntropy' : 'meanSquaredError';

/** What a loss wants the outputs to be, where it does not work from the raw ones. */
const outputs: Readonly<Record<string, string>> = {
  binaryCrossEntropyOfProbabilities: 'sigmoid',
  negativeLogLikelihood: 'logSoftmax',
};
export const outputActivationFor = (loss: string): Choice | null =>
  loss in outputs ? { name: outputs[loss] } : null;

/** What a loss cannot do without, where the schema has no default for it. */
const needed: Readonly<Record<string, Record<string, unknown>>> = {
  custom: { formula: '(prediction - target)^2' },
};

export const newLoss = (name: string, weight = 1): Choice => ({
  name,
  target: 'target',
  weight,
  ...needed[name],
});

/** How much the second of two losses counts beside the first, from 0 to 1. */
export function secondShare([first, second]: readonly Choice[]): number {
  const [one, other] = [first, second].map((loss) =>
    typeof loss['weight'] === 'number' ? loss['weight'] : 1,
  );
  return other / (one + other);
}

/** Both with weights that sum to 1; neither is ever nothing. */
export function withShare([first, second]: readonly Choice[], share: number): readonly Choice[] {
  const kept = Math.min(Math.max(share, LEAST), 1 - LEAST);
  return [
    { ...first, weight: Number((1 - kept).toFixed(4)) },
    { ...second, weight: Number(kept.toFixed(4)) },
  ];
}

const LEAST = 0.01;
