import { beforeAll, describe, expect, it } from 'vitest';
import { EVIL, finishedRun, sampleInput } from '../../test/report/finishedRun.ts';
import { reportInput, type ReportSource } from './reportInput.ts';
import type { Importance, ReportInput } from './input/types.ts';
import { nextSteps } from './words/nextSteps.ts';
import { verdictOf } from './words/verdict.ts';

let source: ReportSource;
let input: ReportInput;
beforeAll(async () => {
  source = await finishedRun({
    targets: ['size'],
    set: [
      'optimizer.name=sgd',
      'optimizer.learningRate=0.05',
      'batches.size=8',
      'penalties=[{"name":"l2","strength":0.001}]',
    ],
  });
  input = reportInput(source);
});

describe('importance', () => {
  it('finds the column that matters, and none in noise; the same numbers each time', () => {
    const { targets, part, rows, repeats } = input.importance as Importance;
    expect([part, rows, repeats]).toEqual(['validation', 24, 5]);
    expect(targets[0].columns.map(({ column }) => column)[0]).toBe('x');
    const noise = targets[0].columns.find(({ column }) => column === EVIL)!;
    expect(Math.abs(noise.mean)).toBeLessThan(0.1);
    expect(targets[0].columns[0].mean).toBeGreaterThan(0.5);
    expect(reportInput(source).importance).toEqual(input.importance);
  });

  it('starts from the score that the result tells', () => {
    expect((input.importance as Importance).targets[0].score).toBeCloseTo(
      source.run.result.validation!.r2,
      6,
    );
  });

  it('spends no more than its budget, and says so where that is too little', () => {
    const weights = source.run.model.plan.parameterCount * 3;
    const fewer = reportInput({ ...source, importanceBudget: weights * 24 * 2 }).importance;
    expect(fewer).toMatchObject({ repeats: 2, rows: 24 });
    expect(reportInput({ ...source, importanceBudget: weights }).importance).toHaveProperty('skipped');
  });
});

it('measures mistakes on the test rows, with the result’s own score', () => {
  const [report] = input.targets;
  expect(report).toMatchObject({ task: 'regression', part: 'test', learnedFrom: false, rows: 24 });
  expect(report.task === 'regression' && report.mae).toBeCloseTo(source.run.result.test!.mae, 6);
});

it('marks in the recipe what was chosen, and nothing else', () => {
  const fields = input.recipe.flatMap(({ fields: own }) => own);
  const chosen = fields.filter(({ usual }) => usual !== undefined);
  expect(Object.fromEntries(chosen.map(({ path, value, usual }) => [path, [value, usual]]))).toEqual({
    'data.ignore': ['side, third', 'none'],
    'model.hidden': ['8', '128, 64'],
    'penalties.0.name': ['l2', ''],
    'penalties.0.strength': ['0.001', ''],
    'optimizer.name': ['sgd', 'adamW'],
    'optimizer.learningRate': ['0.05', expect.any(String)],
    'batches.size': ['8', '32'],
    'stopping.epochs': ['12', '300'],
    'stopping.folds': ['0', '5'],
  });
  expect(fields.find(({ path }) => path === 'optimizer.momentum')?.summary).toMatch(/\w{4}/);
});

it('tells of each column what was done, targets first', () => {
  expect(input.columns[0]).toMatchObject({
    name: 'size',
    role: 'target',
    text: expect.stringContaining('a number'),
  });
  expect(input.columns.find(({ name }) => name === 'side')).toMatchObject({ role: 'leftOut' });
  expect(input.columns.find(({ name }) => name === 'x')!.text).toMatch(/^Scaled to \(x . [\d.]+\) \/ /);
});

describe('the verdict', () => {
  const words = (own: ReportInput) => {
    const { headline, deck } = verdictOf(own);
    return [headline, ...deck]
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join(' ')
      .replace(/[\n ]+/g, ' ');
  };

  it('says how good, how sure, and beside what', () => {
    const text = words(input);
    expect(text).toMatch(/<em>size<\/em> within [\d.]+ on average, on 24 unseen rows/);
    expect(text).toMatch(
      /It explains [\d.]+\u2009% of the spread \(R² 0\.\d{3}\); .* lie between 0\.\d{3} and 0\.\d{3}\./,
    );
    expect(text).toContain('Always answering with the mean would be off by');
  });

  it('does not praise what a linear model can do', () => {
    const verdict = { metric: 'r2', gain: -0.1, interval: { low: -0.2, high: -0.01 }, text: '' } as const;
    const withVerdict = (better: 'model' | 'linear' | 'neither') =>
      words({ ...input, result: { ...input.result, verdict: { ...verdict, better } } });
    expect(withVerdict('linear')).toContain('better than the net');
    expect(withVerdict('neither')).toContain('no more than chance explains');
    expect(withVerdict('model')).toContain('the net is better, by more than chance explains');
  });

  it('warns where nothing was kept to test on', async () => {
    const set = ['split.train=0.8', 'split.validation=0.2', 'split.test=0'];
    const untested = await sampleInput({ targets: ['third'], set });
    expect(words(untested)).toMatch(/on \d+ of 24 validation rows/);
    expect(words(untested)).toContain('No rows were set aside to test on');
  });
});

describe('what to try next', () => {
  const edits = (own: ReportInput) => nextSteps(own).map(({ edit }) => edit);
  const withResult = (result: Partial<ReportInput['result']>): ReportInput => ({
    ...input,
    result: { ...input.result, ...result },
  });

  it('always has something, and never too much', () => {
    expect(edits(input)).toContain('--seed 1');
    expect(edits(input).length).toBeLessThanOrEqual(4);
  });

  it('offers the simpler model where it is as good', () => {
    const verdict = { metric: 'r2', gain: 0, interval: null, better: 'neither', text: '' } as const;
    expect(edits(withResult({ verdict }))).toContain('--set model.kind=linear');
    expect(edits(withResult({ verdict: { ...verdict, better: 'model' } }))).not.toContain(
      '--set model.kind=linear',
    );
  });

  it('offers more epochs where the last ones were the best', () => {
    const stopped = { reason: 'epochs', text: '' } as const;
    expect(edits(withResult({ stopped, best: { epoch: 12 }, epochs: 12 }))).toContain(
      '--set stopping.epochs=36',
    );
    expect(edits(withResult({ stopped, best: { epoch: 3 }, epochs: 12 }))).not.toContain(
      '--set stopping.epochs=36',
    );
  });

  it('offers dropout where it learned by heart', () => {
    const far = {
      train: { loss: 0, r2: 0.99 },
      test: { loss: 1, r2: 0.5 },
      testIntervals: { r2: { low: 0.3, high: 0.7 } },
    };
    expect(edits(withResult(far))).toContain('--set model.dropout=0.4');
    expect(edits(withResult({ ...far, test: { loss: 1, r2: 0.95 } }))).not.toContain(
      '--set model.dropout=0.4',
    );
  });

  it('offers to weigh classes where a small one is missed', async () => {
    const classes = await sampleInput({ targets: ['third'] });
    const [report] = classes.targets;
    const confusion = Float64Array.of(1, 5, 0, 0, 40, 0, 0, 0, 20);
    expect(edits({ ...classes, targets: [{ ...report, confusion, rows: 66 } as typeof report] })).toContain(
      '--set classWeights=balanced',
    );
  });

  it('suspects a lone column that says everything', () => {
    const column = (name: string, mean: number) => ({ column: name, mean, losses: [mean] });
    const columns = [column('answer', 0.9), column('b', 0), column('c', 0)];
    const importance = {
      ...(input.importance as Importance),
      targets: [{ target: 'size', metric: 'r2', score: 0.999, columns }],
    };
    expect(edits({ ...input, importance })).toContain('--ignore answer');
  });
});
