import { correct } from '../input/confusion.ts';
import { html, type Html } from '../html/html.ts';
import type { ClassReport, NumberReport, ReportInput, TargetReport } from '../input/types.ts';
import { counted, grouped, percent, readable, score } from './numbers.ts';
import { targetScores, type TargetScores } from './targetScores.ts';

/** What a person wants to know first: a sentence for a headline, and the sentences below it. */
export interface VerdictWords {
  readonly headline: Html;
  readonly deck: readonly (Html | string)[];
}

export function verdictOf(input: ReportInput): VerdictWords {
  const [first, ...others] = input.targets;
  const scores = targetScores(input.result, first.target);
  const deck = [
    certainty(first, scores),
    againstConstant(first, scores),
    againstLinear(input, scores),
    ...others.map((report) => html`${headlineOf(report)}.`),
    testless(first),
  ];
  return { headline: headlineOf(first), deck: deck.filter((sentence) => sentence !== undefined) };
}

export const headlineOf = (report: TargetReport): Html =>
  report.task === 'classification' ? ofClasses(report) : ofNumber(report);

function ofClasses(report: ClassReport): Html {
  const hits = correct(report);
  const share =
    hits === report.rows ? html`all ${grouped(hits)}` : html`${grouped(hits)} of ${grouped(report.rows)}`;
  return html`The right <em>${report.target}</em> on ${share} ${rowsWord(report)}`;
}

const ofNumber = (report: NumberReport): Html =>
  html`<em>${report.target}</em> within ${readable(report.mae, 3)} on average, on ${grouped(report.rows)}
    ${rowsWord(report)}`;

function rowsWord({ part, learnedFrom, rows }: TargetReport): string {
  const noun = rows === 1 ? 'row' : 'rows';
  if (learnedFrom) return `${noun} it learned from`;
  return part === 'test' ? `unseen ${noun}` : `validation ${noun}`;
}

function certainty({ task }: TargetReport, { test, intervals }: TargetScores): string | undefined {
  const metric = task === 'classification' ? 'accuracy' : 'r2';
  if (!test || test[metric] === undefined) return undefined;
  const value =
    task === 'classification'
      ? `That is an accuracy of ${score(test.accuracy)}`
      : `It explains ${percent(Math.max(0, test.r2))} of the spread (R² ${score(test.r2)})`;
  const interval = intervals[metric];
  if (!interval) return `${value}.`;
  return `${value}; with other rows like these it would mostly lie between ${score(interval.low)} and ${score(interval.high)}.`;
}

function againstConstant({ task }: TargetReport, { constant }: TargetScores): string | undefined {
  if (!constant) return undefined;
  return task === 'classification'
    ? `Always answering with the most frequent class would be right on ${percent(constant.accuracy)}.`
    : `Always answering with the mean would be off by ${readable(constant.mae, 3)}.`;
}

function againstLinear({ result }: ReportInput, { linear }: TargetScores): string | undefined {
  const { verdict } = result;
  if (!verdict || !linear) return undefined;
  const reached = `A linear model reaches ${score(linear[verdict.metric])}:`;
  if (verdict.better === 'neither')
    return `${reached} the difference is no more than chance explains, so the simpler model is enough.`;
  const { interval } = verdict;
  const gain = interval ? ` (by ${bounds(interval)})` : '';
  return verdict.better === 'model'
    ? `${reached} the net is better, by more than chance explains${gain}.`
    : `${reached} that is better than the net, by more than chance explains; take that one.`;
}

const bounds = ({ low, high }: { low: number; high: number }) => `${score(low)} to ${score(high)}`;

function testless({ part, learnedFrom }: TargetReport): string | undefined {
  if (part === 'test') return undefined;
  return learnedFrom
    ? 'No rows were set aside to test on, so these numbers flatter: they say how well it remembers, not how well it would do on new rows.'
    : 'No rows were set aside to test on; the validation rows helped to choose when to stop, so the numbers on them flatter a little.';
}

/** The facts of a run in a line. */
export function factsOf({ result, model, nets }: ReportInput): [name: string, value: string][] {
  const { rows, best, epochs } = result;
  const parts = [rows.train, rows.validation, rows.test];
  const kept = nets.some(({ stage }) => stage.kind === 'fold') || best.epoch === epochs;
  return [
    ['rows to train, validate, test', parts.map(grouped).join(' + ')],
    ['model', `${counted(model.parameters, 'weight')}`],
    ['training', kept ? counted(epochs, 'epoch') : `epoch ${grouped(best.epoch)} of ${grouped(epochs)}`],
  ];
}
