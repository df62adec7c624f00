/**
 * What reading a table, preparing it and training on it take, by parts, as one line of JSON: `node bench/rows/measure.ts FILE`. Short work is
 * repeated until it is warm; the least time counts, as others' work only adds to it.
 */
import process, { argv } from 'node:process';
import { openTableFile } from '../../src/train/openTableFile.node.ts';
import { LiveRun } from '../../src/train/live/index.ts';
import type { Timing } from './timing.ts';

const [, , path] = argv;
/** Milliseconds that each kind of work is repeated for. */
const ENOUGH = 2000;

/** Milliseconds of the processor so far: on a busy machine the clock says less. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const set = [
  'batches.size=256',
  'model.hidden=32',
  'model.linearPath=zeros',
  'stopping.folds=0',
  'stopping.epochs=100000',
];

async function leastOf<Value>(work: () => Promise<Value> | Value): Promise<{ value: Value; least: number }> {
  const begin = now();
  let least = Infinity;
  for (;;) {
    const start = now();
    const value = await work();
    least = Math.min(least, now() - start);
    if (now() - begin > ENOUGH) return { value, least };
  }
}

/** One epoch: its order is made before the first step, and what comes after the last one is the evaluation. */
function epoch({ trainer }: LiveRun) {
  const start = now();
  let first = 0;
  let last = 0;
  trainer.advance(() => {
    last = now();
    first ||= last;
    return false;
  });
  return { shuffle: first - start, steps: last - first, whole: now() - start };
}

function leastEpoch(run: LiveRun) {
  const begin = now();
  let least = epoch(run);
  // The first one says what comes before all others.
  while (!run.trainer.ended && (least.steps === 0 || now() - begin < ENOUGH)) {
    const next = epoch(run);
    if (least.steps === 0) least = next;
    least = {
      shuffle: Math.min(least.shuffle, next.shuffle),
      steps: Math.min(least.steps, next.steps),
      whole: Math.min(least.whole, next.whole),
    };
  }
  return least;
}

const read = await leastOf(() => openTableFile(path));
const { table, sha256 } = read.value;
const opened = await leastOf(() =>
  LiveRun.open({ table, dataSha256: sha256, recipe: {}, set: ['data.targets=target', ...set] }),
);
const run = opened.value;
const { rows, stepsPerEpoch } = run.planned;
const { shuffle, steps, whole } = leastEpoch(run);
const timing: Timing = {
  rows: table.rows,
  read: (read.least * 1e3) / table.rows,
  prepare: (opened.least * 1e3) / table.rows,
  // The last step ends where the evaluation begins, which no one is told: all but the last are timed.
  step: stepsPerEpoch > 1 ? (steps * 1e3) / (stepsPerEpoch - 1) : NaN,
  evaluate:
    ((whole - shuffle - (steps * stepsPerEpoch) / Math.max(1, stepsPerEpoch - 1)) * 1e3) /
    (rows.train + rows.validation),
  shuffle: shuffle / whole,
  width: run.plan.fitted.preparation.width,
};
console.log(JSON.stringify(timing));
