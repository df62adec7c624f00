import { NeumannError } from '../../../../../src/errors.ts';
import type { ModelPlan } from '../../../../../src/nn/trace/index.ts';
import { seedWords } from '../../../../../src/numeric/index.ts';
import { sizeOf, type Session, type Slot } from '../../../../../src/tensor/index.ts';
import { BatchWriter } from '../../../../../src/train/loop/batchWriter.ts';
import type { Net } from '../../../../../src/train/loop/index.ts';
import type { LiveRun } from '../../../../../src/train/live/index.ts';
import { openedProgram, type OpenedProgram } from './openedProgram.ts';

/** Numbers of a step in rows and columns; biases are one row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** What a layer made of the batch, and how the loss changes with it. */
export interface Stage {
  /** `inputs`, a layer's label such as `dense1`, or the output's name. */
  readonly label: string;
  /** Name of the layer (dense, activation, dropout...), `inputs` or `output`. */
  readonly kind: string;
  /** Of an activation, or of an output that has one: which. */
  readonly activation: string | null;
  readonly values: Matrix;
  readonly gradient: Matrix;
}

export interface ParameterReport {
  /** `dense1.weight`, `output.target.bias`... */
  readonly name: string;
  readonly before: Matrix;
  readonly gradient: Matrix;
  readonly after: Matrix;
  /** Whether penalties and weight decay act on it. */
  readonly decayed: boolean;
  readonly state: readonly { readonly name: string; readonly before: Matrix; readonly after: Matrix }[];
}

/** Everything that one step does, in numbers that are the engine's own. */
export interface StepReport {
  /** From 1. */
  readonly step: number;
  /** Rows of the table in the batch, and of each its class or number. */
  readonly rows: Int32Array;
  readonly targets: Float32Array;
  readonly stages: readonly Stage[];
  /** Of the classes; null where the outputs are numbers. */
  readonly probabilities: Matrix | null;
  /** Each loss over the batch and of its rows. */
  readonly losses: readonly {
    readonly label: string;
    readonly weight: number;
    readonly value: number;
    readonly rows: Float32Array;
  }[];
  readonly penalty: number;
  readonly total: number;
  readonly parameters: readonly ParameterReport[];
  readonly optimizer: {
    readonly name: string;
    readonly formula: string;
    readonly learningRate: number;
    readonly options: Readonly<Record<string, unknown>>;
    readonly scalars: Readonly<Record<string, number>>;
    /** Length of the whole gradient, where it is clipped by that. */
    readonly gradientNorm: number | null;
  };
}

/** A step of so many rows can still be looked at number by number. */
const MOST_ROWS = 256;

/** Takes the run's next step and tells all that happened in it. The run is a copy made for it: it has gone on when this ends. */
export function reportStep(run: LiveRun): StepReport {
  const before = snapshot(run.net);
  const buffers = Float32Array.from(run.net.buffers);
  takeStep(run);
  const after = snapshot(run.net);
  const { start, end } = run.trainer.batch;
  const opened = openedProgram(run.net.plan, end - start);
  const session = run.plan.setting.executor.open([...run.net.plan.layout, opened.block]);
  try {
    session.view(run.net.plan.slots.parameters).set(before.parameters);
    session.view(run.net.plan.slots.buffers).set(buffers);
    writeBatch(session, run);
    session.add(opened.program);
    session.run(opened.program.name);
    return {
      ...shownRows(run),
      ...passes(session, run.net.plan, opened),
      parameters: parametersOf(session, run.net.plan, opened, before, after),
      optimizer: optimizerOf(run),
    };
  } finally {
    session.close();
  }
}

/** By the trainer itself: an end of the run takes no weights back here. */
function takeStep({ trainer, net }: LiveRun): void {
  const { steps } = trainer.progress;
  const taken = () => trainer.progress.steps > steps;
  if (net.plan.settings.model.outputs[0].linearPath || net.plan.settings.model.input.embeddings.length > 0)
    throw new NeumannError(
      'step',
      'Only nets whose layers stand in a row can be opened; set model.linearPath=none.',
    );
  while (!taken() && !trainer.ended) trainer.advance(taken);
  if (!taken())
    throw new NeumannError('ended', 'The run has ended, so there is no next step; rewind it first.');
  const rows = trainer.batch.end - trainer.batch.start;
  if (rows > MOST_ROWS)
    throw new NeumannError(
      'batch',
      `A step of ${rows} rows has too many numbers to look at; set batches.size to ${MOST_ROWS} or less.`,
    );
}

/** The last step's batch, with all that keys its random numbers, into another session. */
function writeBatch(session: Session, { trainer, plan: { setting }, net: { plan } }: LiveRun): void {
  const { part, order, start, end } = trainer.batch;
  const writer = new BatchWriter(session, plan);
  writer.write(part, order, start, end);
  writer.writeNormalisers(part, order, start, end, new Float64Array(plan.losses.length));
  const key = session.view(plan.slots.key);
  [key[0], key[1]] = seedWords(setting.recipe.seed);
  key[2] = trainer.progress.steps;
  key[3] = 0;
}

function shownRows({ trainer, plan: { division } }: LiveRun) {
  const { part, order, start, end } = trainer.batch;
  const rows = order.slice(start, end);
  const [target] =
    Object.values(part.labels).length > 0 ? Object.values(part.labels) : Object.values(part.values);
  return {
    step: trainer.progress.steps,
    rows: rows.map((row) => division.train[row]),
    targets: Float32Array.from(rows, (row) => target[row]),
  };
}

interface Numbers {
  readonly parameters: Float32Array;
  readonly state: Readonly<Record<string, Float32Array>>;
}

function snapshot({ parameters, state }: Net): Numbers {
  const copies = Object.entries(state).map(([name, values]) => [name, Float32Array.from(values)] as const);
  return { parameters: Float32Array.from(parameters), state: Object.fromEntries(copies) };
}

function passes(session: Session, plan: ModelPlan, opened: OpenedProgram) {
  const matrix = (slot: Slot) => matrixOf(slot.shape, Float32Array.from(session.view(slot)));
  const number = (slot: Slot) => session.view(slot)[0];
  return {
    stages: opened.stages.map(({ stage: { label, kind, activation }, values, gradient }) => ({
      label,
      kind,
      activation,
      values: matrix(values),
      gradient: matrix(gradient),
    })),
    probabilities: opened.probabilities && matrix(opened.probabilities),
    losses: plan.losses.map(({ label, weight }, i) => ({
      label,
      weight,
      value: number(opened.lossParts[i]),
      rows: Float32Array.from(session.view(opened.rowLosses[i])),
    })),
    penalty: opened.penalty ? number(opened.penalty) : 0,
    total: number(opened.total),
  };
}

function parametersOf(
  session: Session,
  plan: ModelPlan,
  opened: OpenedProgram,
  before: Numbers,
  after: Numbers,
): ParameterReport[] {
  return plan.parameters.map(({ name, slot }, index): ParameterReport => {
    const part = (numbers: Float32Array) =>
      matrixOf(slot.shape, numbers.slice(slot.offset, slot.offset + sizeOf(slot.shape)));
    return {
      name,
      before: part(before.parameters),
      gradient: matrixOf(slot.shape, Float32Array.from(session.view(opened.gradients[index]))),
      after: part(after.parameters),
      decayed: slot.offset < plan.decayedCount,
      state: Object.keys(before.state).map((own) => ({
        name: own,
        before: part(before.state[own]),
        after: part(after.state[own]),
      })),
    };
  });
}

function optimizerOf({
  trainer,
  net: { plan, session },
  plan: { setting },
}: LiveRun): StepReport['optimizer'] {
  const { name, ...options } = setting.recipe.optimizer;
  const scalars = Object.entries(plan.slots.scalars).map(
    ([own, slot]) => [own, session.view(slot)[0]] as const,
  );
  return {
    name,
    formula: setting.things.optimizers[name].formula ?? '',
    learningRate: trainer.progress.learningRate,
    options,
    scalars: Object.fromEntries(scalars),
    gradientNorm: plan.settings.clip?.norm ? session.view(plan.slots.gradientNorm)[0] : null,
  };
}

function matrixOf(shape: readonly number[], values: Float32Array): Matrix {
  const columns = shape.at(-1) ?? 1;
  return { rows: values.length / columns, columns, values };
}
