import type { Chart } from '../html/figure.ts';
import type { Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { Histogram, NumberReport } from '../input/types.ts';
import { down } from '../svg/path.ts';
import { areaOf, plot, type Area } from '../svg/plot.ts';
import { linearScale, type Scale } from '../svg/scale.ts';
import { box, group, hint, path } from '../svg/shapes.ts';
import { clipped } from '../words/clipped.ts';
import { counted, grouped, readable } from '../words/numbers.ts';

/** How often which error was made. */
export function residuals({ target, residuals: histogram, meanResidual, mae, rows }: NumberReport): Chart {
  const { start, step, counts } = histogram;
  const area = areaOf({ height: 400 });
  const x = linearScale([start, start + step * counts.length], [area.left, area.right], { ticks: 6 });
  const y = linearScale([0, Math.max(...counts, 1)], [area.bottom, area.top], { nice: true });
  const center = x.at(meanResidual);
  return {
    title: 'Errors',
    reading: `How often the truth was how far above (right) or below (left) the prediction. It should be a narrow hill around 0; the upright line is the mean error, ${readable(meanResidual)}. On average a prediction is off by ${readable(mae)}.${beyond(histogram)}`,
    picture: plot(
      {
        area,
        x,
        y,
        title: `Histogram of the errors of ${counted(rows, 'prediction')}, mean ${readable(meanResidual)}`,
        xName: `true − predicted ${clipped(target, 30)}`,
        yName: 'rows',
      },
      [bars(histogram, area, x, y), group('chosen', path('', down(center, area.top, area.bottom)))],
    ),
    numbers: table({
      caption: 'Errors by size',
      head: ['from', 'to', 'rows'],
      words: [],
      rows: counts.map((count, bar) => [
        readable(start + bar * step),
        readable(start + (bar + 1) * step),
        grouped(count),
      ]),
    }),
  };
}

function bars({ start, step, counts }: Histogram, area: Area, x: Scale, y: Scale): (Html | false)[] {
  return counts.map((count, bar) => {
    const from = start + bar * step;
    const [left, right, top] = [x.at(from), x.at(from + step), y.at(count)];
    const place = { x: left + 0.5, y: top, width: right - left - 1, height: area.bottom - top };
    const words = `${readable(from)} to ${readable(from + step)}: ${counted(count, 'row')}`;
    return count > 0 && box('fill blue bar', place, hint(words));
  });
}

function beyond({ below, above }: Histogram): string {
  const count = below + above;
  return count === 0
    ? ''
    : ` ${counted(count, 'row')} beyond the edges ${count === 1 ? 'is' : 'are'} not drawn.`;
}
