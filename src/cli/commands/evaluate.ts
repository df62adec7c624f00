import type { ReadResult } from '../../data/read/index.ts';
import type { Model } from '../../train/index.ts';
import { defineCommand } from '../arguments/define.ts';
import { colorsFor } from '../effects/colors.ts';
import type { Effects } from '../effects/effects.ts';
import { jsonText } from '../format/json.ts';
import { openModel, readOptionsFor, runArgument } from '../runs/openModel.ts';
import { readOptions, readTableAt, tableArgument, tableFlags } from './tableFlags.ts';

export const evaluate = defineCommand({
  name: 'evaluate',
  summary:
    'Scores a trained model on a table that has the answers: new rows, for an honest score. Each metric comes with the range in which it lies, 95 % sure.',
  arguments: { run: runArgument, table: tableArgument },
  options: {
    ...tableFlags,
    json: { kind: 'flag', summary: 'print one JSON object, and nothing else' },
  },
  examples: ['neumann evaluate runs/penguins-species-1 new.csv'],
  async run(values, effects) {
    const model = await openModel(values.run, effects);
    const read = { ...readOptionsFor(model, values.run, effects), ...readOptions(values) };
    const opened = await readTableAt(values.table, read, effects);
    const text = values.json
      ? jsonText({ run: values.run, table: values.table, ...(await evaluation(model, opened)) })
      : await shown(model, opened, effects);
    effects.stdout.write(text);
  },
});

/** As `--json` prints it: as in a run's result, plain names are the first target's where there are several. */
async function evaluation(model: Model, opened: ReadResult) {
  const { evaluateModel } = await import('../evaluation/evaluateModel.ts');
  const { byTarget } = await import('../../train/setup/partScores.ts');
  const { targets, warnings } = evaluateModel(model, opened);
  const [{ target, task, rows, intervals }] = targets;
  return {
    task,
    target: targets.length === 1 ? target : targets.map((own) => own.target),
    rows,
    scores: byTarget(targets),
    intervals,
    warnings,
  };
}

async function shown(model: Model, opened: ReadResult, effects: Effects): Promise<string> {
  const { evaluateModel } = await import('../evaluation/evaluateModel.ts');
  const { evaluationText } = await import('../evaluation/evaluationText.ts');
  const { targets, warnings } = evaluateModel(model, opened);
  const { stdout } = effects;
  return evaluationText(targets, warnings, Math.min(stdout.columns - 1, 100), colorsFor(stdout, effects));
}
