import type { Chart } from '../html/figure.ts';
import { table } from '../html/table.ts';
import type { NetHistory } from '../input/types.ts';
import { linePath, type Point } from '../svg/path.ts';
import { areaOf, plot } from '../svg/plot.ts';
import { extent, linearScale } from '../svg/scale.ts';
import { path } from '../svg/shapes.ts';
import { evenly, thin } from '../svg/thin.ts';
import { grouped, readable } from '../words/numbers.ts';

/** The learning rate by epoch; undefined where it never changed. */
export function learningRate(nets: readonly NetHistory[]): Chart | undefined {
  const net = nets.find(({ stage }) => stage.kind === 'member') ?? nets[0];
  const points = (net?.points ?? []).filter(({ epoch }) => epoch > 0);
  const rates = extent(points.map((point) => point.learningRate));
  if (!rates || rates[0] === rates[1]) return undefined;
  const area = areaOf({ left: 66 });
  const x = linearScale([points[0].epoch, points[points.length - 1].epoch], [area.left, area.right], {
    ticks: 6,
  });
  const y = linearScale([0, rates[1]], [area.bottom, area.top], { nice: true });
  const line = points.map((point): Point => [x.at(point.epoch), y.at(point.learningRate)]);
  return {
    title: 'Learning rate by epoch',
    reading: 'The size of a step, as it was at the end of each epoch: the schedule sets it.',
    picture: plot(
      { area, x, y, title: 'Learning rate by epoch', xName: 'epoch', yName: 'learning rate' },
      path('line purple', linePath(thin(line, 220))),
    ),
    numbers: table({
      caption: 'Learning rate after some epochs',
      head: ['epoch', 'learning rate'],
      words: [],
      rows: evenly(points, 12).map((point) => [grouped(point.epoch), readable(point.learningRate)]),
    }),
  };
}
