import type { Interval } from '../../nn/metrics/index.ts';
import { html, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { ReportInput, TargetReport } from '../input/types.ts';
import { metricMeaning, metricTitle } from '../words/metricTitle.ts';
import { readable, score } from '../words/numbers.ts';
import { targetScores } from '../words/targetScores.ts';
import { paragraph, type Section } from './section.ts';

/** Every metric on every part, beside the baselines. */
export function scores(input: ReportInput): Section {
  const several = input.targets.length > 1;
  const tables = input.targets.map(
    (report) => html`${several && html`<h3>${report.target}</h3>`}${scoreTable(input, report)}`,
  );
  return { id: 'scores', title: 'Scores', body: html`${tables}${paragraph(noteOf(input))}` };
}

function scoreTable({ result, split }: ReportInput, { target }: TargetReport): Html {
  const own = targetScores(result, target);
  const hasIntervals = Object.keys(own.intervals).length > 0;
  const rows = own.metrics.map((metric) => {
    const shown = (scores: Readonly<Record<string, number>> | null) => scoreText(metric, scores?.[metric]);
    return [
      html`${metricTitle(metric)} <small>${metricMeaning(metric)}</small>`,
      shown(own.train),
      shown(own.validation),
      html`<strong>${shown(own.test)}</strong>`,
      ...(hasIntervals ? [intervalText(metric, own.intervals[metric])] : []),
      shown(own.linear),
      shown(own.constant),
    ];
  });
  const validation =
    split.folds > 0 ? html`validation <small>mean of ${split.folds} folds</small>` : 'validation';
  return table({
    caption: `Scores of ${target} by part, beside a linear model and a constant answer on the test rows`,
    className: 'scores',
    head: [
      'metric',
      'train',
      validation,
      'test',
      ...(hasIntervals ? [html`95 % interval <small>of test</small>`] : []),
      html`linear <small>on test</small>`,
      html`constant <small>on test</small>`,
    ],
    rows,
  });
}

/** Metrics in the target's own unit take as many digits as they need. */
const scoreText = (metric: string, value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return metric === 'rmse' || metric === 'mae' ? readable(value) : score(value);
};

const intervalText = (metric: string, interval: Interval | undefined): string =>
  interval ? `${scoreText(metric, interval.low)} to ${scoreText(metric, interval.high)}` : '–';

function noteOf({ result, split }: ReportInput): string {
  const folds =
    split.folds > 0
      ? ' The validation score is that of the folds’ nets, each on the rows it had not seen; the model itself then learned from those rows too.'
      : '';
  return result.test
    ? `The test rows were read once, at the end. Intervals are by bootstrap over them.${folds}`
    : `There was no test part.${folds}`;
}
