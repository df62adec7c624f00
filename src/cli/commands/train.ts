import { join } from 'node:path';
import type { Result } from '../../train/index.ts';
import { defineCommand, type Values } from '../arguments/define.ts';
import { commandLine } from '../arguments/commandLine.ts';
import { usageError } from '../arguments/parseArguments.ts';
import { colorsFor } from '../effects/colors.ts';
import { signalExitCodes, type Effects } from '../effects/effects.ts';
import { jsonText } from '../format/json.ts';
import { shellWord } from '../format/shellWord.ts';
import { checkOut } from '../runs/newRunPath.ts';
import type { Interrupted, Order } from '../training/order.ts';
import { silentDisplay, type Display } from '../training/display.ts';
import { recipeFlags, recipeFromFlags } from '../training/recipeFlags.ts';
import { engineFlags, engineFromFlags } from '../training/engineFlags.ts';
import { openTableAt, readOptions, tableArgument, tableFlags } from './tableFlags.ts';

const options = {
  ...recipeFlags,
  out: { kind: 'text', value: 'FOLDER', summary: 'where the run goes; runs/TABLE-TARGET-1 when left out' },
  resume: { kind: 'text', value: 'RUN', summary: 'go on with a run that was stopped' },
  ...tableFlags,
  ...engineFlags,
  json: { kind: 'flag', summary: 'print the result as one JSON object, and nothing else' },
  quiet: { kind: 'flag', summary: 'print nothing but the folder of the run' },
} as const;

const words = { table: { ...tableArgument, optional: true } } as const;

/** Options that change nothing in a run. */
const notOfTheRun = new Set(['out', 'resume', 'json', 'quiet']);

type TrainValues = Values<typeof words, typeof options>;

export const train = defineCommand({
  name: 'train',
  summary:
    'Trains a network on a table: learns from some rows, stops by others, and says by those it never saw how good it is, beside a linear model. The run goes to a folder of its own, with the model and a report to look at.',
  arguments: words,
  options,
  examples: [
    'neumann train penguins.csv --target species',
    'neumann train houses.csv --target price --ignore id --set model.hidden=256,128',
    'neumann train --resume runs/houses-price-1',
  ],
  async run(values, effects) {
    const engine = engineFromFlags(values);
    const order = { ...(await orderOf(values, effects)), engine };
    if (order.stopped?.result !== undefined) return showFinished(order, values, effects);
    const display = await displayFor(values, effects);
    const { conduct } = await import('../training/conduct.ts');
    const outcome = await conduct(order, effects, display);
    return 'signal' in outcome
      ? showInterrupted(outcome, effects)
      : showResult(outcome.run, outcome.finished.result, order, values, effects);
  },
});

type Plain = Omit<Order, 'engine'>;

/** What is to be done; everything that can be refused before training is refused here. */
async function orderOf(values: TrainValues, effects: Effects): Promise<Plain> {
  return values.resume === undefined
    ? newOrder(values, effects)
    : resumedOrder(values, values.resume, effects);
}

async function newOrder(values: TrainValues, effects: Effects): Promise<Plain> {
  const { table, out } = values;
  if (table === undefined) throw usageError('train', 'TABLE is missing.');
  if (out !== undefined) checkOut(out, effects);
  const recipe = await recipeFromFlags(values, effects);
  const read = readOptions(values);
  const command = commandLine(train, values, notOfTheRun);
  return { table, read, opened: await openTableAt(table, read, effects), recipe, command, out };
}

/** Table and flags may be left out; where they are given, they must say what they said before. */
async function resumedOrder(values: TrainValues, run: string, effects: Effects): Promise<Plain> {
  if (values.out !== undefined)
    throw usageError('train', 'A resumed run stays in its folder; leave --out out.');
  const { readStoppedRun } = await import('../runs/stoppedRun.ts');
  const stopped = readStoppedRun(run, effects);
  const recipe = await recipeFromFlags(values, effects, stopped.recipe);
  const table = values.table ?? join(run, stopped.started.table);
  const read = { ...stopped.started.read, ...readOptions(values) };
  const { command } = stopped.started;
  return { table, read, opened: await openTableAt(table, read, effects), recipe, command, out: run, stopped };
}

async function displayFor({ json, quiet }: TrainValues, effects: Effects): Promise<Display> {
  if (quiet) return silentDisplay;
  if (effects.stderr.isTerminal && effects.environment.TERM !== 'dumb') {
    const { liveDisplay } = await import('../training/liveDisplay.ts');
    return liveDisplay(effects);
  }
  if (json) return silentDisplay;
  const { plainDisplay } = await import('../training/plainDisplay.ts');
  return plainDisplay(effects);
}

function showInterrupted({ run, signal }: Interrupted, { stderr }: Effects): number {
  if (run !== undefined)
    stderr.write(`Stopped. To go on where it was: neumann train --resume ${shellWord(run)}\n`);
  return signalExitCodes[signal];
}

async function showResult(
  run: string,
  result: Result,
  { table }: Order,
  { json, quiet }: TrainValues,
  effects: Effects,
): Promise<void> {
  const { stdout } = effects;
  if (json) return stdout.write(jsonText({ run, ...result }));
  if (quiet) return stdout.write(`${run}\n`);
  const { summary } = await import('../training/summary.ts');
  const width = Math.min(stdout.columns - 1, 100);
  const colors = colorsFor(stdout, effects);
  stdout.write(`\n${summary(result, { run, table, width, colors })}`);
}

/** A run that is over already is shown as it ended. */
async function showFinished(order: Order, values: TrainValues, effects: Effects): Promise<void> {
  const run = order.out!;
  const { run: _, ...result } = order.stopped!.result as Result & { run: string };
  if (!values.quiet) effects.stderr.write(`${run} is finished; this is how it ended.\n`);
  await showResult(run, result, order, values, effects);
}
