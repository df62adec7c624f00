import type { Chart } from '../html/figure.ts';
import type { Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { ColumnImportance, Importance, TargetImportance } from '../input/types.ts';
import { areaOf, textWidth, uprightGrid, xAxis, type Area } from '../svg/plot.ts';
import { linearScale, type Scale } from '../svg/scale.ts';
import { box, disc, group, hint, svg, text } from '../svg/shapes.ts';
import { clipped } from '../words/clipped.ts';
import { metricTitle } from '../words/metricTitle.ts';
import { counted, grouped, score } from '../words/numbers.ts';

const ROW = 27;
const TOP = 10;
const MOST_COLUMNS = 25;
const MOST_NUMBERS = 200;
const SIGNS = 22;

/** What the score lost when a column was shuffled: the bar its mean, the dots each repeat. */
export function columnImportance(measured: Importance, own: TargetImportance): Chart {
  const { target, metric, columns } = own;
  const shown = columns.slice(0, MOST_COLUMNS);
  const left = Math.max(...shown.map(({ column }) => textWidth(clipped(column, SIGNS)))) + 18;
  const area = areaOf({ left, top: TOP, right: 54, height: TOP + shown.length * ROW + 52, bottom: 52 });
  const x = linearScale(domainOf(shown), [area.left, area.right], { ticks: 4 });
  const first = shown.slice(0, 5).map(({ column, mean }) => `${column} ${score(mean)}`);
  return {
    title: 'What is lost without each column',
    reading: reading(measured, own, columns.length - shown.length),
    picture: svg(area, `Importance of columns for ${target}: ${first.join(', ')}`, [
      uprightGrid(area, x),
      xAxis(area, x, `${metricTitle(metric)} lost`),
      shown.map((column, i) => row(column, area.top + (i + 0.5) * ROW, area, x)),
    ]),
    numbers: numbers(own),
  };
}

function row(
  { column, mean, losses }: ColumnImportance,
  y: number,
  { left, right }: Area,
  { at }: Scale,
): Html {
  const [from, to] = [Math.min(at(0), at(mean)), Math.max(at(0), at(mean))];
  return group(
    'blue',
    hint(`${column}: ${score(mean)}`),
    text('label end', [left - 10, y + 4.5], clipped(column, SIGNS)),
    box('fill bar', { x: from, y: y - 8, width: to - from, height: 16 }),
    losses.map((loss) => disc('repeat', [at(loss), y], 2.5)),
    text('value', [right + 8, y + 4.5], score(mean)),
  );
}

function domainOf(columns: readonly ColumnImportance[]): [number, number] {
  const values = columns.flatMap(({ losses }) => losses);
  return [Math.min(0, ...values), Math.max(0.01, ...values) * 1.02];
}

function reading(
  { rows, part, learnedFrom, repeats }: Importance,
  own: TargetImportance,
  rest: number,
): string {
  const where = `${grouped(rows)} ${part} rows${learnedFrom ? ', which the model had learned from,' : ''}`;
  const more = rest > 0 ? ` ${counted(rest, 'more column')} in the numbers.` : '';
  return `How much ${metricTitle(own.metric)} (${score(own.score)} as it is) is lost on ${where} when the values of one column change places among the rows: the bar is the mean, each dot one of ${counted(repeats, 'repeat')}. About 0 means the model does without it; columns that say the same share what they are worth.${more}`;
}

const numbers = ({ metric, columns }: TargetImportance): Html =>
  table({
    caption: `Loss of ${metricTitle(metric)} when a column is shuffled: mean, least and most of the repeats`,
    head: ['column', 'mean', 'least', 'most'],
    rows: columns
      .slice(0, MOST_NUMBERS)
      .map(({ column, mean, losses }) => [
        column,
        score(mean),
        score(Math.min(...losses)),
        score(Math.max(...losses)),
      ]),
  });
