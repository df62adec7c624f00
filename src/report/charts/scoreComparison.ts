import type { Interval } from '../../nn/metrics/index.ts';
import type { Chart } from '../html/figure.ts';
import type { Content } from '../html/html.ts';
import { across, down } from '../svg/path.ts';
import { areaOf, textWidth, uprightGrid, xAxis, type Area } from '../svg/plot.ts';
import { linearScale, type Scale } from '../svg/scale.ts';
import { disc, group, path, svg, text } from '../svg/shapes.ts';
import { metricMeaning, metricTitle } from '../words/metricTitle.ts';
import { capitalised, score } from '../words/numbers.ts';

export interface Contender {
  readonly label: string;
  readonly value: number;
  readonly interval?: Interval;
  readonly color: string;
  /** Measured on rows it had learned from: drawn hollow. */
  readonly hollow?: boolean;
}

const ROW = 36;
const TOP = 8;

/** A metric of the model and of what it has to beat, one below the other, with the 95 % interval where there is one. */
export function scoreComparison(metric: string, contenders: readonly Contender[], part: string): Chart {
  const left = Math.max(...contenders.map(({ label }) => textWidth(label))) + 18;
  const area = areaOf({ left, right: 58, top: TOP, height: TOP + contenders.length * ROW + 52, bottom: 52 });
  const x = linearScale(domainOf(contenders), [area.left, area.right], { nice: true });
  const name = metricTitle(metric);
  const meaning = metricMeaning(metric);
  const bars = contenders.some(({ interval }) => interval)
    ? ' The bar is the 95 % interval: with other rows of the same kind, the score would mostly fall within it.'
    : '';
  return {
    title: contenders.length > 1 ? `${capitalised(name)} beside the baselines` : capitalised(name),
    reading: `${capitalised(name)}${meaning && ` (${meaning})`} on the ${part} rows.${bars}`,
    picture: svg(
      area,
      `${capitalised(name)}: ${contenders.map(({ label, value }) => `${label} ${score(value)}`).join(', ')}`,
      [
        uprightGrid(area, x),
        xAxis(area, x, name),
        contenders.map((own, i) => row(own, area.top + (i + 0.5) * ROW, area, x)),
      ],
    ),
  };
}

function row(
  { label, value, interval, color, hollow }: Contender,
  y: number,
  area: Area,
  { at }: Scale,
): Content {
  return group(
    color,
    text('label end', [area.left - 12, y + 4.5], label),
    interval && path('whisker', whisker(at(interval.low), at(interval.high), y)),
    disc(hollow ? 'ring' : 'fill', [at(value), y], 5),
    text('value', [area.right + 10, y + 4.5], score(value)),
  );
}

const whisker = (from: number, to: number, y: number): string =>
  across(from, to, y) + down(from, y - 8, y + 8) + down(to, y - 8, y + 8);

/** A constant answer's R² is a hair below 0; that must not cost the chart a third of its width. */
function domainOf(contenders: readonly Contender[]): [number, number] {
  const values = contenders.flatMap(({ value, interval }) => [
    value,
    interval?.low ?? value,
    interval?.high ?? value,
  ]);
  const low = Math.min(...values);
  return [low > -0.02 && low < 0 ? 0 : low, Math.max(...values)];
}
