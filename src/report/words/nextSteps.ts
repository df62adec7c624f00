import { trueTotal } from '../input/confusion.ts';
import type { ClassReport, ReportInput } from '../input/types.ts';
import { percent, score } from './numbers.ts';

/** Something to try, and why; `edit` is what to add to the command. */
export interface NextStep {
  readonly why: string;
  readonly edit: string;
}

const MOST_STEPS = 4;

/** What a colleague who has looked at the report would try next; the most promising first. */
export function nextSteps(input: ReportInput): NextStep[] {
  const found = [simpler, longer, lessByHeart, larger, balanced, suspicious, anotherSeed].flatMap(
    (advice) => advice(input) ?? [],
  );
  return found.slice(0, MOST_STEPS);
}

const isLinear = ({ recipe }: ReportInput): boolean => valueAt(recipe, 'model.kind') === 'linear';

function valueAt(recipe: ReportInput['recipe'], path: string): string | undefined {
  return recipe.flatMap(({ fields }) => fields).find((field) => field.path === path)?.value;
}

function simpler({ result }: ReportInput): NextStep | undefined {
  if (!result.verdict || result.verdict.better === 'model') return undefined;
  const why =
    result.verdict.better === 'linear'
      ? 'The linear model did better on the test rows.'
      : 'A linear model is as good here, smaller, and easier to explain.';
  return { why, edit: '--set model.kind=linear' };
}

/** It was still getting better when its epochs were over. */
function longer(input: ReportInput): NextStep | undefined {
  const { result, split } = input;
  if (isLinear(input) || split.folds > 0 || result.stopped.reason !== 'epochs' || result.validation === null)
    return undefined;
  if (result.best.epoch < 0.9 * result.epochs) return undefined;
  return {
    why: 'The best epoch was among the last: it may not have been done learning.',
    edit: `--set stopping.epochs=${result.epochs * 3}`,
  };
}

const mainMetric = { classification: 'accuracy', regression: 'r2' } as const;

/** Far better on rows it learned from than on others. */
function lessByHeart(input: ReportInput): NextStep | undefined {
  const { result } = input;
  const metric = mainMetric[result.task];
  const other = result.test ?? result.validation;
  if (isLinear(input) || !other) return undefined;
  const gap = result.train[metric] - other[metric];
  const interval = result.testIntervals[metric];
  if (!(gap > 0.08) || (interval && result.train[metric] <= interval.high)) return undefined;
  return {
    why: `${score(result.train[metric])} on the rows it learned from, ${score(other[metric])} on others: it learned by heart. Switching off more units may help.`,
    edit: '--set model.dropout=0.4',
  };
}

/** It does not even fit what it learned from, though it beats the linear model. */
function larger(input: ReportInput): NextStep | undefined {
  const { result } = input;
  const hidden = valueAt(input.recipe, 'model.hidden');
  if (hidden === undefined || result.verdict?.better !== 'model') return undefined;
  const metric = mainMetric[result.task];
  if (result.train[metric] > 0.9 || result.train[metric] - (result.test?.[metric] ?? 0) > 0.05)
    return undefined;
  const doubled = hidden.split(', ').map((units) => Number(units) * 2);
  return {
    why: 'It does as well on new rows as on those it learned from, so there is room for a larger net.',
    edit: `--set 'model.hidden=[${doubled.join(',')}]'`,
  };
}

/** A small class that is mostly missed. */
function balanced({ targets, recipe }: ReportInput): NextStep | undefined {
  if (valueAt(recipe, 'classWeights') !== 'none') return undefined;
  for (const report of targets) {
    if (report.task !== 'classification') continue;
    const missed = missedClass(report);
    if (!missed) continue;
    return {
      why: `Only ${percent(missed.recall)} of the rows that are “${missed.name}” were found; weighing all classes alike finds more of them, and makes more false calls.`,
      edit: '--set classWeights=balanced',
    };
  }
  return undefined;
}

function missedClass(report: ClassReport): { name: string; recall: number } | undefined {
  const { classes, confusion, rows } = report;
  const missed = classes
    .map((name, k) => ({ name, total: trueTotal(report, k), hits: confusion[k * classes.length + k] }))
    .filter(({ total, hits }) => total >= 5 && total < (0.8 * rows) / classes.length && hits < total / 2);
  const [worst] = missed.sort((a, b) => a.hits / a.total - b.hits / b.total);
  return worst && { name: worst.name, recall: worst.hits / worst.total };
}

/** One column that says nearly everything may give the answer away. */
function suspicious({ importance, result }: ReportInput): NextStep | undefined {
  if ('skipped' in importance || importance.targets.length === 0) return undefined;
  const [{ columns, target, score: base }] = importance.targets;
  if (columns.length < 3 || base < 0.97) return undefined;
  const [first, second] = columns;
  if (!(first.mean > 0.25 && second.mean < 0.03 * first.mean)) return undefined;
  const column = /^[\w.-]+$/.test(first.column) ? first.column : `'${first.column.replaceAll("'", `'\\''`)}'`;
  const rows = result.test ? 'The score is nearly perfect' : 'The fit is nearly perfect';
  return {
    why: `${rows} and rests on “${first.column}” alone. If that is known only once ${target} is, it gives the answer away: leave it out.`,
    edit: `--ignore ${column}`,
  };
}

function anotherSeed({ reproduction, targets }: ReportInput): NextStep {
  const rows = targets[0].rows;
  const why =
    rows < 200
      ? `${rows} rows to measure on are few: another seed draws another test part and shows how far the score moves.`
      : 'Another seed draws another test part and other first weights, and shows how far the score moves.';
  return { why, edit: `--seed ${reproduction.seed + 1}` };
}
