import { NeumannError } from '../../../../../src/errors.ts';
import type { LiveRun } from '../../../../../src/train/live/index.ts';
import type { Part } from '../../../../../src/train/loop/index.ts';
import { partOfDesk, type Desk } from './desk.ts';

export interface OrdersInput {
  /** Names of orders; `sorted` is the table's own order of rows that are sorted by class. */
  readonly orders: readonly string[];
  readonly epochs: number;
  /** Batches shown, the last ones. */
  readonly batches: number;
}

/** How a run went that visits its rows in one of the orders. */
export interface OrderRibbon {
  readonly problem: string | null;
  readonly order: string;
  /** The rows as they were shown, batch after batch: row of the table, its class or number, and its loss before that step. */
  readonly rows: Int32Array;
  readonly targets: Float32Array;
  readonly losses: Float32Array;
  /** Where each batch begins in `rows`. */
  readonly starts: readonly number[];
  /** Rows of one class that came one after another, on average. */
  readonly runLength: number;
  readonly validation: Float32Array;
  readonly train: Float32Array;
  readonly accuracy: number | null;
}

export async function orderRibbons(input: OrdersInput, desk: Desk): Promise<OrderRibbon[]> {
  const ribbons: OrderRibbon[] = [];
  for (const [index, order] of input.orders.entries()) {
    const part = partOfDesk(desk, index / input.orders.length, (index + 1) / input.orders.length);
    ribbons.push(await ribbonOf(input, order, part));
  }
  return ribbons;
}

async function ribbonOf(input: OrdersInput, order: string, desk: Desk): Promise<OrderRibbon> {
  try {
    const run = await openInOrder(input, order, desk);
    try {
      return { ...NOTHING, order, ...train(run, input, desk) };
    } finally {
      run.close();
    }
  } catch (error) {
    if (!(error instanceof NeumannError)) throw error;
    return { ...NOTHING, order, problem: error.message };
  }
}

const NOTHING: OrderRibbon = {
  problem: null,
  order: '',
  rows: new Int32Array(0),
  targets: new Float32Array(0),
  losses: new Float32Array(0),
  starts: [],
  runLength: 0,
  validation: new Float32Array(0),
  train: new Float32Array(0),
  accuracy: null,
};

/** The table's order is harmless unless the table is sorted: so its rows are, by class or by value. */
async function openInOrder({ epochs }: OrdersInput, order: string, desk: Desk): Promise<LiveRun> {
  const edits = { stopping: { epochs, patience: null } };
  if (order !== 'sorted') return desk.openRun({ ...edits, batches: { order: { name: order } } });
  const asItIs = await desk.openRun(edits);
  const targets = targetsOf(asItIs.trainer.batch.part);
  asItIs.close();
  const sorted = Array.from(targets.keys()).sort((a, b) => targets[a] - targets[b] || a - b);
  return desk.openRun(edits, { batchOrders: [sorted] });
}

const targetsOf = ({ labels, values }: Part): ArrayLike<number> & { keys(): IterableIterator<number> } =>
  Object.values(labels)[0] ?? Object.values(values)[0];

function train(run: LiveRun, { epochs, batches }: OrdersInput, desk: Desk): Partial<OrderRibbon> {
  const curves = { train: [] as number[], validation: [] as number[] };
  let accuracy: number | null = null;
  const shown: Shown = { rows: [], targets: [], losses: [], starts: [] };
  const last = epochs * run.trainer.stepsPerEpoch;
  while (run.outcome === null && run.steps < last) {
    const steps = last - run.steps > batches ? Math.min(100, last - batches - run.steps) : 1;
    for (const event of run.advance({ steps })) {
      if (event.type !== 'epoch') continue;
      curves.train.push(event.train.loss);
      curves.validation.push((event.validation ?? event.train).loss);
      accuracy = (event.validation ?? event.train).accuracy ?? null;
    }
    if (last - run.steps < batches) show(run, shown);
    desk.progress(run.steps / last);
  }
  return {
    ...shown,
    rows: Int32Array.from(shown.rows),
    targets: Float32Array.from(shown.targets),
    losses: Float32Array.from(shown.losses),
    runLength: meanRun(shown.targets),
    train: Float32Array.from(curves.train),
    validation: Float32Array.from(curves.validation),
    accuracy,
  };
}

interface Shown {
  readonly rows: number[];
  readonly targets: number[];
  readonly losses: number[];
  readonly starts: number[];
}

/** The batch of the last step, with the losses that its rows had before it. */
function show({ net, trainer, lastStep, plan: { division } }: LiveRun, shown: Shown): void {
  if (!lastStep) return;
  const { part } = trainer.batch;
  const targets = targetsOf(part);
  const after = net.snapshot();
  net.restore(lastStep.before);
  const { rowLosses } = net.evaluate(part);
  net.restore(after);
  shown.starts.push(shown.rows.length);
  for (const row of lastStep.rows) {
    shown.rows.push(division.train[row]);
    shown.targets.push(targets[row]);
    shown.losses.push(rowLosses[row]);
  }
}

/** How many alike come one after another, on average. */
export function meanRun(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const changes = values.filter((value, at) => at > 0 && value !== values[at - 1]).length;
  return values.length / (changes + 1);
}
