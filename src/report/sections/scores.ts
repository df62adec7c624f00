import type { Interval } from '../../nn/metrics/index.ts';
import { html, type Content, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { ReportInput, TargetReport } from '../input/types.ts';
import { metricMeaning, metricTitle } from '../words/metricTitle.ts';
import { metricText } from '../words/metricText.ts';
import { targetScores, type TargetScores } from '../words/targetScores.ts';
import { paragraph, type Section } from './section.ts';

/** Every metric on every part, beside the baselines. */
export function scores(input: ReportInput): Section {
  const several = input.targets.length > 1;
  const tables = input.targets.map(
    (report) => html`${several && html`<h3>${report.target}</h3>`}${scoreTable(input, report)}`,
  );
  return { id: 'scores', title: 'Scores', body: html`${tables}${paragraph(noteOf(input))}` };
}

interface ScoreColumn {
  readonly head: Content;
  readonly cell: (metric: string) => Content;
}

function scoreTable(input: ReportInput, { target }: TargetReport): Html {
  const own = targetScores(input.result, target);
  const columns = scoreColumns(own, input.split.folds);
  return table({
    caption: `Scores of ${target} by part, beside a linear model and a constant answer on the test rows`,
    className: 'scores',
    head: ['metric', ...columns.map(({ head }) => head)],
    rows: own.metrics.map((metric) => [
      html`${metricTitle(metric)} <small>${metricMeaning(metric)}</small>`,
      ...columns.map(({ cell }) => cell(metric)),
    ]),
  });
}

/** Of what there is: a run may have no validation or no test part. */
function scoreColumns(own: TargetScores, folds: number): ScoreColumn[] {
  const { train, validation, test, intervals, linear, constant } = own;
  const column = (head: Content, scores: TargetScores['train']): ScoreColumn[] =>
    scores === null ? [] : [{ head, cell: (metric) => metricText(metric, scores[metric]) }];
  const interval: ScoreColumn = {
    head: html`95 % interval <small>of test</small>`,
    cell: (metric) => intervalText(metric, intervals[metric]),
  };
  return [
    ...column('train', train),
    ...column(folds > 0 ? html`validation <small>mean of ${folds} folds</small>` : 'validation', validation),
    ...column('test', test).map(({ head, cell }) => ({
      head,
      cell: (metric: string) => html`<strong>${cell(metric)}</strong>`,
    })),
    ...(Object.keys(intervals).length > 0 ? [interval] : []),
    ...column(html`linear <small>on test</small>`, linear),
    ...column(html`constant <small>on test</small>`, constant),
  ];
}

const intervalText = (metric: string, interval: Interval | undefined): string =>
  interval ? `${metricText(metric, interval.low)} to ${metricText(metric, interval.high)}` : '–';

function noteOf({ result, split }: ReportInput): string {
  const folds =
    split.folds > 0
      ? ' The validation score is that of the folds’ nets, each on the rows it had not seen; the model itself then learned from those rows too.'
      : '';
  return result.test
    ? `The test rows were read once, at the end. Intervals are by bootstrap over them.${folds}`
    : `There was no test part.${folds}`;
}
