import type { Chart } from '../html/figure.ts';
import { html, type Content, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import { correct, predictedTotal, trueTotal } from '../input/confusion.ts';
import type { ClassReport } from '../input/types.ts';
import { DEEPEST_HEAT } from '../style/palette.ts';
import { CHART_WIDTH, textWidth } from '../svg/plot.ts';
import { box, group, hint, shape, svg, text } from '../svg/shapes.ts';
import { clipped } from '../words/clipped.ts';
import { grouped, percent, score } from '../words/numbers.ts';
import { signsOf } from '../words/signs.ts';

/** With more classes the cells can't be told apart; `worstConfusions` lists them then. */
export const MOST_CLASSES = 30;
/** Counts are written into the cells up to here. */
const MOST_WRITTEN = 14;

interface Grid {
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  /** Whether column names stand on end. */
  readonly upright: boolean;
  /** Signs of a name. */
  readonly signs: number;
  /** The class of names. */
  readonly label: string;
}

/** Truth by row, prediction by column, shaded by the share of the row. */
export function confusionMatrix(report: ClassReport): Chart {
  const { classes, target } = report;
  const grid = gridFor(classes);
  const { cell, left, top } = grid;
  const size = cell * classes.length;
  const cells = classes.map((_, truth) =>
    classes.map((_name, predicted) => cellOf(report, truth, predicted, grid)),
  );
  return {
    title: 'Confusion matrix',
    reading: html`Each row is what a row of the table <em>is</em>, each column what the model <em>says</em>.
      Blue cells on the diagonal are right; orange ones are mistakes, deeper where they take a larger share of
      their row.`,
    picture: svg(
      { width: CHART_WIDTH, height: top + size + 30 },
      `Confusion matrix of ${target}: ${grouped(correct(report))} of ${grouped(report.rows)} rows are right`,
      [
        classes.map((name, k) => columnName(name, k, grid)),
        classes.map((name, k) => rowName(name, k, grid)),
        cells,
        text('name end', [left + size, top + size + 20], 'columns: predicted, rows: true'),
      ],
    ),
    numbers: perClass(report),
  };
}

function gridFor(classes: readonly string[]): Grid {
  const longest = Math.max(...classes.map((name) => signsOf(name).length));
  const signs = Math.min(longest, classes.length > 12 ? 14 : 18);
  const space = textWidth('n'.repeat(signs));
  const left = Math.max(46, space + 14);
  const cell = Math.min(112, (CHART_WIDTH - left - 4) / classes.length);
  const upright = space > cell - 6;
  return {
    cell,
    left,
    top: upright ? space + 12 : 26,
    upright,
    signs,
    label: cell < 14 ? 'label small' : 'label',
  };
}

const rowName = (name: string, k: number, { cell, left, top, signs, label }: Grid): Html =>
  text(`${label} end`, [left - 8, top + (k + 0.5) * cell + 4.5], clipped(name, signs));

function columnName(name: string, k: number, { cell, left, top, upright, signs, label }: Grid): Html {
  const [x, y] = [left + (k + 0.5) * cell, top - 8];
  if (!upright) return text(`${label} middle`, [x, y], clipped(name, signs));
  const transform = `translate(${Math.round(x + 4.5)} ${Math.round(y)}) rotate(-90)`;
  return shape('text', { class: label, transform }, clipped(name, signs));
}

function cellOf(report: ClassReport, truth: number, predicted: number, { cell, left, top }: Grid): Content {
  const { classes, confusion } = report;
  const count = confusion[truth * classes.length + predicted];
  const side = cell - (cell > 20 ? 2 : 1);
  const place = { x: left + predicted * cell, y: top + truth * cell, width: side, height: side };
  if (count === 0) return box('floor', place);
  const share = count / trueTotal(report, truth);
  const words = `${classes[truth]} taken for ${classes[predicted]}: ${grouped(count)} (${percent(share)})`;
  const isWritten = classes.length <= MOST_WRITTEN;
  return group(
    truth === predicted ? 'right' : 'wrong',
    box('floor', place),
    shape('rect', { ...place, 'fill-opacity': heat(share) }, hint(words)),
    isWritten &&
      text(
        cell < 44 ? 'middle small' : 'middle',
        [place.x + side / 2, place.y + side / 2 + 4.5],
        grouped(count),
      ),
  );
}

/** A lone mistake among many rows is still seen. */
const heat = (share: number): string => (DEEPEST_HEAT * (0.14 + 0.86 * share)).toFixed(2);

/** What was found of each class, and how far its name can be trusted. */
function perClass(report: ClassReport): Html {
  const { classes, confusion } = report;
  return table({
    caption:
      'By class: recall is the share of its rows that were found, precision the share of its predictions that are right',
    head: ['class', 'rows', 'recall', 'precision'],
    rows: classes.map((name, k) => {
      const [hits, rows, said] = [
        confusion[k * classes.length + k],
        trueTotal(report, k),
        predictedTotal(report, k),
      ];
      return [name, grouped(rows), shareText(hits, rows), shareText(hits, said)];
    }),
  });
}

const shareText = (part: number, whole: number): string => (whole === 0 ? '–' : score(part / whole));
