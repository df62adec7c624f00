import type { Chart } from '../html/figure.ts';
import type { Content } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { HistoryPoint, NetHistory } from '../input/types.ts';
import { down, linePath, type Point } from '../svg/path.ts';
import { areaOf, band, plot, textWidth, type Area, type LegendEntry } from '../svg/plot.ts';
import { extent, linearScale, logScale, type Scale } from '../svg/scale.ts';
import { disc, group, hint, path, text } from '../svg/shapes.ts';
import { evenly, thin } from '../svg/thin.ts';
import { metricText } from '../words/metricText.ts';
import { metricMeaning, metricTitle } from '../words/metricTitle.ts';
import { capitalised, grouped, readable } from '../words/numbers.ts';

interface Axes {
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
}

/** Points of all lines of a picture together; a line among few gets more. */
const ALL_POINTS = 2400;
const FEWEST_POINTS = 40;
const MOST_POINTS = 220;

/** A curve that spans more than this factor is drawn on a logarithmic axis. */
const LOG_SPAN = 30;

/**
 * `loss` or a metric after each epoch, on training and validation rows. Folds are faint; what was restored is marked, and the
 * stretch of patience that ended the training is shaded. Undefined where no epoch was measured.
 */
export function learningCurves(nets: readonly NetHistory[], metric: string): Chart | undefined {
  const values = extent(nets.flatMap(({ points }) => points.flatMap((point) => valuesOf(point, metric))));
  const epochs = extent(nets.flatMap(({ points }) => points.map(({ epoch }) => epoch)));
  if (!values || !epochs) return undefined;
  const axes = axesOf(epochs, values);
  const name = metricTitle(metric);
  const validated = nets.some(({ points }) => points.some(({ validation }) => validation !== undefined));
  const parts = validated ? 'training and validation rows' : 'training rows';
  return {
    title: `${capitalised(name)} by epoch`,
    reading: reading(metric, nets, validated),
    picture: plot(
      {
        ...axes,
        title: `${name} on ${parts} after each epoch, ${grouped(epochs[0])} to ${grouped(epochs[1])}`,
        xName: 'epoch',
        yName: axes.y.kind === 'log' ? `${name}, log scale` : name,
        legend: legend(validated),
      },
      [
        patienceBand(axes, nets),
        curves(axes, nets, metric),
        chosenMark(axes, nets),
        foldMarks(axes, nets, metric),
        readouts(axes, ownNet(nets), metric),
      ],
    ),
    numbers: numbers(ownNet(nets), metric, name),
  };
}

/** The model's own training, or that of its first member. */
const ownNet = (nets: readonly NetHistory[]): NetHistory =>
  nets.find(({ stage, points }) => stage.kind === 'member' && points.length > 0) ?? nets[0];

const valuesOf = ({ train, validation }: HistoryPoint, metric: string): number[] =>
  [train[metric], validation?.[metric]].filter((value) => value !== undefined);

function axesOf(epochs: readonly [number, number], [low, high]: readonly [number, number]): Axes {
  const area = areaOf({ top: 46, height: 320 });
  const room: [number, number] = [area.bottom, area.top];
  const isLog = low > 0 && high / low > LOG_SPAN;
  return {
    area,
    x: linearScale(epochs, [area.left, area.right], { ticks: 6 }),
    y: isLog
      ? logScale([low * 0.7, high * 1.3], room)
      : linearScale(widened(low, high), room, { nice: true }),
  };
}

/** A change of less than a hundredth should look like what it is. */
function widened(low: number, high: number): [number, number] {
  const missing = Math.max(0, 0.01 * Math.abs(high) - (high - low));
  return [low - missing / 2, high + missing / 2];
}

const legend = (validated: boolean): LegendEntry[] => [
  { label: 'train', color: 'blue', mark: 'line' },
  ...(validated ? [{ label: 'validation', color: 'orange', mark: 'line' } as const] : []),
];

/** The model's own lines come last, and so lie on top. */
function curves({ x, y }: Axes, nets: readonly NetHistory[], metric: string): Content {
  const most = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, Math.floor(ALL_POINTS / (nets.length * 2))));
  const curve = ({ stage, points }: NetHistory, part: 'train' | 'validation', color: string) => {
    const measured = points.flatMap((point): Point[] => {
      const value = point[part]?.[metric];
      return value === undefined ? [] : [[x.at(point.epoch), y.at(value)]];
    });
    const faint = stage.kind === 'fold' ? ' faint' : '';
    return measured.length > 0 && path(`line ${color}${faint}`, linePath(thin(measured, most)));
  };
  return nets.map((net) => [curve(net, 'train', 'blue'), curve(net, 'validation', 'orange')]);
}

/** From the epoch that was restored to the one where patience ended; of a lone net, or it would say nothing. */
function patienceBand({ area, x }: Axes, nets: readonly NetHistory[]): Content {
  const [{ reason, restoredEpoch, points }] = nets;
  const last = points.at(-1);
  if (nets.length !== 1 || reason !== 'patience' || restoredEpoch === null || !last) return '';
  const [from, to] = [x.at(restoredEpoch), x.at(last.epoch)];
  const isRoomy = to - from > textWidth('patience') + 8;
  return [
    band('band', area, from, to),
    isRoomy && text('note middle', [(from + to) / 2, area.bottom - 8], 'patience'),
  ];
}

/** A line where the weights were taken from, named above the plot, where nothing else is. */
function chosenMark({ area, x }: Axes, nets: readonly NetHistory[]): Content {
  const own = ownNet(nets);
  if (own.stage.kind !== 'member' || own.restoredEpoch === null || own.points.length === 0) return '';
  const at = x.at(own.restoredEpoch);
  const label = `epoch ${grouped(own.restoredEpoch)}`;
  const half = textWidth(label) / 2;
  const center = Math.min(Math.max(at, area.left + half), area.right - half);
  return group(
    'chosen',
    path('', down(at, area.top - 4, area.bottom)),
    text('middle', [center, area.top - 8], label),
  );
}

/** Where each fold was best. */
function foldMarks({ x, y }: Axes, nets: readonly NetHistory[], metric: string): Content {
  const folds = nets.filter(({ stage }) => stage.kind === 'fold');
  return folds.map(({ points, restoredEpoch, stage }) => {
    const value = points.find(({ epoch }) => epoch === restoredEpoch)?.validation?.[metric];
    if (value === undefined || restoredEpoch === null) return '';
    const words = `Fold ${stage.index}: best after epoch ${grouped(restoredEpoch)}, ${readable(value)}`;
    return disc('best orange', [x.at(restoredEpoch), y.at(value)], 4, hint(words));
  });
}

/** Strips that say their epoch's values when a pointer is over them: the style sheet alone shows and hides them. */
function readouts({ area, x }: Axes, { points }: NetHistory, metric: string): Content {
  const shown = evenly(points, 60);
  const places = shown.map(({ epoch }) => x.at(epoch));
  return shown.map((point, i) => {
    const from = i === 0 ? area.left : (places[i - 1] + places[i]) / 2;
    const to = i === shown.length - 1 ? area.right : (places[i] + places[i + 1]) / 2;
    return group(
      'readout',
      band('', area, from, to),
      path('', down(places[i], area.top, area.bottom)),
      text('', [area.left, area.bottom + 39], readout(point, metric)),
    );
  });
}

function readout({ epoch, train, validation }: HistoryPoint, metric: string): string {
  const beside = validation?.[metric] === undefined ? '' : `, validation ${readable(validation[metric])}`;
  return `epoch ${grouped(epoch)}: train ${readable(train[metric])}${beside}`;
}

function reading(metric: string, nets: readonly NetHistory[], validated: boolean): string {
  const meaning = metricMeaning(metric);
  const epoch = metric === 'loss' ? 'An epoch is one pass over the training rows. ' : '';
  const what = meaning && `${capitalised(metricTitle(metric))}: ${meaning}. ${epoch}`;
  if (nets.some(({ stage }) => stage.kind === 'fold')) {
    const own =
      ownNet(nets).stage.kind === 'member'
        ? '; the full line is the model, trained once more for as many epochs as the folds took on average (upright line)'
        : '';
    return `${what}Faint lines are the folds, with rings at their best epochs${own}.`;
  }
  return validated
    ? `${what}The upright line is the epoch whose weights were kept. Where validation turns while train goes on, the net begins to learn by heart.`
    : `${what}There were no validation rows, so this shows how well the net fits what it learned from, not how well it generalises.`;
}

function numbers({ points }: NetHistory, metric: string, name: string) {
  const shown = (value: number | undefined) => metricText(metric, value);
  return table({
    caption: `${capitalised(name)} after some epochs`,
    head: ['epoch', 'train', 'validation'],
    words: [],
    rows: evenly(points, 12).map(({ epoch, train, validation }) => [
      grouped(epoch),
      shown(train[metric]),
      shown(validation?.[metric]),
    ]),
  });
}
