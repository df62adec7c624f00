import { calibration } from '../charts/calibration.ts';
import { confusionMatrix, MOST_CLASSES } from '../charts/confusionMatrix.ts';
import { predictedAgainstTrue } from '../charts/predictedAgainstTrue.ts';
import { precisionRecallCurve, rocCurve } from '../charts/rankingCurves.ts';
import { residuals } from '../charts/residuals.ts';
import { worstConfusions } from '../charts/worstConfusions.ts';
import { figures } from '../html/figure.ts';
import { html, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { ClassReport, NumberReport, TargetReport } from '../input/types.ts';
import { grouped, percent, readable } from '../words/numbers.ts';
import { headlineOf } from '../words/verdict.ts';
import { paragraph, type Section } from './section.ts';

/** What goes right and wrong with a target; `several` says its name in the title. */
export function mistakes(report: TargetReport, index: number, several: boolean): Section {
  const name = several ? `Mistakes: ${report.target}` : 'Mistakes';
  const charts = report.task === 'classification' ? classCharts(report) : numberCharts(report);
  return {
    id: several ? `mistakes-${index + 1}` : 'mistakes',
    title: name,
    body: html`${paragraph(html`${headlineOf(report)}.${report.learnedFrom && ' On rows that a model learned from it always looks better than it is.'}`)}${charts}`,
  };
}

function classCharts(report: ClassReport): Html {
  const { classes, ranking } = report;
  const many = classes.length > MOST_CLASSES;
  return html`${many && worstConfusions(report)}${figures([
    many ? undefined : confusionMatrix(report),
    calibration(report),
    ranking && rocCurve(ranking, classes[1]),
    ranking && precisionRecallCurve(ranking, classes[1]),
  ])}${report.worst.length > 0 && worstClassRows(report)}`;
}

const numberCharts = (report: NumberReport): Html =>
  html`${figures([predictedAgainstTrue(report), residuals(report)])}${worstNumberRows(report)}`;

function worstClassRows({ worst }: ClassReport): Html {
  return html`<h3>Surest of the wrong</h3>
    <p>
      The rows whose truth it thought least likely. Look at them: some will be hard, some mislabelled. Rows
      are counted from 1, without the header.
    </p>
    ${table({
      caption: 'Rows whose true class got the least probability',
      head: ['row', 'is', 'was taken for', 'certainty', 'given to the truth'],
      words: [1, 2],
      rows: worst.map(({ row, truth, predicted, stated, ofTruth }) => [
        grouped(row),
        truth,
        predicted,
        percent(stated),
        percent(ofTruth),
      ]),
    })}`;
}

function worstNumberRows({ worst }: NumberReport): Html {
  return html`<h3>Furthest off</h3>
    <p>
      The rows with the largest errors. Look at them: some will be hard, some mistyped. Rows are counted from
      1, without the header.
    </p>
    ${table({
      caption: 'Rows with the largest errors',
      head: ['row', 'true', 'predicted', 'off by'],
      words: [],
      rows: worst.map(({ row, truth, predicted }) => [
        grouped(row),
        readable(truth),
        readable(predicted),
        readable(Math.abs(truth - predicted)),
      ]),
    })}`;
}
