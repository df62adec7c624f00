import type { Content, Html } from '../html/html.ts';
import { across, down } from './path.ts';
import { signsOf } from '../words/signs.ts';
import type { Scale } from './scale.ts';
import { box, disc, group, path, svg, text } from './shapes.ts';

/** A chart's inner rectangle; around it there is room for axes and their names. */
export interface Area {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All charts are drawn this wide, and shown from 320 to 560 pixels wide: text keeps a size that can be read. */
export const CHART_WIDTH = 460;

/** A chart of that height, with so much room on each side. */
export function areaOf({
  height = 310,
  left = 54,
  right = 14,
  top = 36,
  bottom = 48,
}: Partial<Omit<Area, 'width'>> = {}): Area {
  return { width: CHART_WIDTH, height, left, right: CHART_WIDTH - right, top, bottom: height - bottom };
}

export interface LegendEntry {
  readonly label: string;
  /** The class of its colour. */
  readonly color: string;
  readonly mark: 'line' | 'dashed' | 'dot';
}

export interface Plot {
  readonly area: Area;
  /** What the picture is, for those who don't see it. */
  readonly title: string;
  readonly x: Scale;
  readonly y: Scale;
  readonly xName: string;
  /** Stands above the axis, so that nothing is written sideways. */
  readonly yName: string;
  readonly legend?: readonly LegendEntry[];
}

/** A chart with both axes around its marks. */
export function plot({ area, title, x, y, xName, yName, legend = [] }: Plot, marks: Content): Html {
  return svg(area, title, [
    yAxis(area, y),
    xAxis(area, x, xName),
    text('name', [2, 15], yName),
    legendOf(area, legend),
    marks,
  ]);
}

function yAxis({ left, right }: Area, { ticks, at }: Scale): Content {
  return [
    group('grid', ...ticks.map(({ value }) => path('', across(left, right, at(value))))),
    group('tick end', ...ticks.map(({ value, label }) => text('', [left - 8, at(value) + 4.5], label))),
  ];
}

export function xAxis({ left, right, bottom }: Area, { ticks, at }: Scale, name: string): Content {
  const marks = ticks.map(({ value }) => down(at(value), bottom, bottom + 4));
  return [
    path('axis', across(left, right, bottom) + marks.join('')),
    group('tick middle', ...ticks.map(({ value, label }) => text('', [at(value), bottom + 18], label))),
    text('name end', [right, bottom + 39], name),
  ];
}

/** Upright lines at the ticks, for charts of rows. */
export const uprightGrid = ({ top, bottom }: Area, { ticks, at }: Scale): Content =>
  group('grid', ...ticks.map(({ value }) => path('', down(at(value), top, bottom))));

const LEGEND_BASE = 15;

/** From the right edge leftwards, in the order given. */
function legendOf({ right }: Area, entries: readonly LegendEntry[]): Content {
  let end = right;
  const placed = entries.toReversed().map((entry) => {
    const start = end - textWidth(entry.label) - 24;
    end = start - 14;
    return { ...entry, start };
  });
  return placed
    .toReversed()
    .map(({ label, color, mark, start }) =>
      group(color, legendMark(mark, start), text('', [start + 24, LEGEND_BASE], label)),
    );
}

function legendMark(mark: LegendEntry['mark'], x: number): Html {
  const y = LEGEND_BASE - 4.5;
  if (mark === 'dot') return disc('best', [x + 13, y], 4);
  return path(mark === 'dashed' ? 'line dashed' : 'line', across(x, x + 18, y));
}

/** A band over the whole height of the plot. */
export const band = (className: string, { top, bottom }: Area, from: number, to: number): Html =>
  box(className, { x: from, y: top, width: to - from, height: bottom - top });

/** Roughly how wide a text of the charts is. */
export const textWidth = (words: string, size = 13): number => signsOf(words).length * size * 0.53;
