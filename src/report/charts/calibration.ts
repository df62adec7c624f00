import type { Chart } from '../html/figure.ts';
import { html, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { CalibrationPoint, ClassReport } from '../input/types.ts';
import { linePath, type Point } from '../svg/path.ts';
import { plot } from '../svg/plot.ts';
import { disc, hint, path } from '../svg/shapes.ts';
import { diagonal, unitSquare } from '../svg/unitSquare.ts';
import { grouped, percent, score } from '../words/numbers.ts';

/** Stated certainty against the share that turned out so, in ten bins; dots as large as the rows they stand for. */
export function calibration({ calibration: bins, calibrationError, classes, rows }: ClassReport): Chart {
  const { area, x, y } = unitSquare;
  const points = bins.map(({ stated, found }): Point => [x.at(stated), y.at(found)]);
  const isBinary = classes.length === 2;
  const what = isBinary ? `that it is “${classes[1]}”` : 'of its answer';
  return {
    title: 'Calibration',
    reading: html`When the model states a certainty ${what}, how often is it so? On the diagonal, 80 % means
    80 in 100; below it the model claims too much, above it too little. Larger dots hold more rows. Expected
    calibration error: ${score(calibrationError)} (0 is perfect).`,
    picture: plot(
      {
        area,
        x,
        y,
        title: `Calibration: expected calibration error ${score(calibrationError)} on ${grouped(rows)} rows`,
        xName: isBinary ? 'stated probability' : 'stated certainty',
        yName: isBinary ? 'found share' : 'share that is right',
        legend: [{ label: 'perfect', color: 'grey', mark: 'dashed' }],
      },
      [path('line grey dashed', diagonal), path('line blue thin', linePath(points)), dots(bins, points)],
    ),
    numbers: table({
      caption: 'Calibration by bins of stated certainty',
      head: ['stated', 'found', 'rows'],
      words: [],
      rows: bins.map((bin) => [percent(bin.stated), percent(bin.found), grouped(bin.rows)]),
    }),
  };
}

/** Their area grows with the rows. */
function dots(bins: readonly CalibrationPoint[], points: readonly Point[]): Html[] {
  const most = Math.max(...bins.map(({ rows }) => rows));
  return bins.map(({ stated, found, rows }, i) =>
    disc(
      'fill blue bar',
      points[i],
      3.5 + 7 * Math.sqrt(rows / most),
      hint(`stated ${percent(stated)}, found ${percent(found)}, ${grouped(rows)} rows`),
    ),
  );
}
