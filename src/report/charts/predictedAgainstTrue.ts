import type { Chart } from '../html/figure.ts';
import { html, type Content } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { NumberReport } from '../input/types.ts';
import { dotsPath, linePath, type Point } from '../svg/path.ts';
import { areaOf, plot } from '../svg/plot.ts';
import { extent, linearScale } from '../svg/scale.ts';
import { disc, path } from '../svg/shapes.ts';
import { clipped } from '../words/clipped.ts';
import { counted, grouped, readable } from '../words/numbers.ts';

/** Dots lie in this many layers, so that crowded places grow darker. */
const LAYERS = 8;

/** Every row as a dot, the diagonal where both agree, and the mean of tenths of the rows: calibration of a number. */
export function predictedAgainstTrue({ target, pairs, tenths, rows }: NumberReport): Chart {
  const area = areaOf({ height: 400, left: 62 });
  const range = extent(pairs.flat()) ?? [0, 1];
  const x = linearScale(range, [area.left, area.right], { nice: true });
  const y = linearScale(range, [area.bottom, area.top], { nice: true });
  const placed = ([predicted, truth]: readonly [number, number]): Point => [x.at(predicted), y.at(truth)];
  const name = clipped(target, 30);
  const some = pairs.length < rows && ` (${grouped(pairs.length)} of ${grouped(rows)}, drawn by lot)`;
  return {
    title: 'Predicted against true',
    reading: html`Each dot is a row${some}: the nearer the diagonal, the better. Rings are the means of tenths
    of the rows; where they leave the diagonal, the model says too much or too little on the whole.`,
    picture: plot(
      {
        area,
        x,
        y,
        title: `True against predicted ${target} of ${counted(pairs.length, 'row')}`,
        xName: `predicted ${name}`,
        yName: `true ${name}`,
        legend: [{ label: 'mean of a tenth', color: 'orange', mark: 'dot' }],
      },
      [
        path(
          'line grey dashed',
          linePath([placed([x.domain[0], x.domain[0]]), placed([x.domain[1], x.domain[1]])]),
        ),
        cloud(pairs.map(placed)),
        path('line orange thin', linePath(tenths.map(placed))),
        tenths.map((pair) => disc('best orange', placed(pair), 4)),
      ],
    ),
    numbers: table({
      caption: `Means of tenths of the rows, by predicted ${target}`,
      head: ['mean prediction', 'mean truth'],
      words: [],
      rows: tenths.map((pair) => pair.map(readable)),
    }),
  };
}

function cloud(points: readonly Point[]): Content {
  const layers = Array.from({ length: LAYERS }, (_, layer) =>
    points.filter((_point, i) => i % LAYERS === layer),
  );
  return layers.map((own) => own.length > 0 && path('dots blue', dotsPath(own)));
}
