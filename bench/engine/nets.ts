import {
  checkProgram,
  gradientProgram,
  initialParameters,
  type ModelSettings,
  planModel,
  updateProgram,
} from '../../src/nn/index.ts';
import { adam } from '../../src/nn/optimizers/adam.ts';
import { sgd } from '../../src/nn/optimizers/sgd.ts';
import type { Executor, Program, Session } from '../../src/tensor/index.ts';

export interface Net {
  readonly sizes: readonly number[];
  readonly activation: string;
  readonly rows: number;
  readonly loss: 'meanSquaredError' | 'crossEntropy';
  readonly optimizer: typeof adam | typeof sgd;
  readonly dropout?: number;
}

export const nets: Readonly<Record<string, Net>> = {
  '2-4-2-1': { sizes: [2, 4, 2, 1], activation: 'tanh', rows: 10, loss: 'meanSquaredError', optimizer: sgd },
  '30-64-32-2': {
    sizes: [30, 64, 32, 2],
    activation: 'relu',
    rows: 32,
    loss: 'crossEntropy',
    optimizer: adam,
  },
  '784-128-10': {
    sizes: [784, 128, 10],
    activation: 'relu',
    rows: 32,
    loss: 'crossEntropy',
    optimizer: adam,
  },
  '784-512-512-10': {
    sizes: [784, 512, 512, 10],
    activation: 'relu',
    rows: 128,
    loss: 'crossEntropy',
    optimizer: adam,
  },
  '784-512-512-10, dropout': {
    sizes: [784, 512, 512, 10],
    activation: 'relu',
    rows: 128,
    loss: 'crossEntropy',
    optimizer: adam,
    dropout: 0.5,
  },
};

function settingsOf({ sizes, activation, rows, loss, optimizer, dropout }: Net): ModelSettings {
  const hidden = sizes
    .slice(1, -1)
    .flatMap((units) => [
      { name: 'dense', units },
      { name: 'activation', activation: { name: activation } },
      ...(dropout ? [{ name: 'dropout', rate: dropout }] : []),
    ]);
  const units = sizes[sizes.length - 1];
  return {
    model: { input: { width: sizes[0], embeddings: [] }, trunk: hidden, outputs: [{ name: 'y', units }] },
    rows,
    losses: [{ output: 'y', name: loss }],
    optimizer: { definition: optimizer as never, options: optimizer.options.parse({}) },
  };
}

interface Opened {
  readonly session: Session;
  readonly programs: readonly Program[];
  readonly planning: number;
}

/** A session with numbers in it that keep everything finite. */
export function open(executor: Executor, net: Net): Opened {
  const settings = settingsOf(net);
  const plan = planModel(settings);
  const programs = [gradientProgram(plan, { rows: net.rows }), checkProgram(plan), updateProgram(plan)];
  const session = executor.open(plan.layout);
  session.view(plan.slots.parameters).set(initialParameters(plan, 1));
  const before = performance.now();
  for (const program of programs) session.add(program);
  const planning = performance.now() - before;
  for (const block of plan.layout) {
    const { name, length, dtype } = block;
    const view = session.view({ block: name, offset: 0, shape: [length], dtype, name });
    if (name === 'features' || name.startsWith('target'))
      for (let i = 0; i < length; i++)
        view[i] = dtype === 'f32' ? Math.sin(i) : i % net.sizes[net.sizes.length - 1];
    if (name === 'scalars' || name === 'normalisers') view.fill(0.001);
  }
  return { session, programs, planning };
}
