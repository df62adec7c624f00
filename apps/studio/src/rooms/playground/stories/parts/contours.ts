import { contours } from 'd3-contour';
import type { Drawing } from '../../../../charts/drawing/Drawing.ts';
import { linearScale, type Scale } from '../../../../charts/scales.ts';
import type { LossPlane } from '../../../../worker/queries/lossPlane.ts';

/** A line of one loss: rings of [x, y] in grid places, whole numbers plus a half at grid points. */
export interface Contour {
  readonly loss: number;
  readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Losses of the lines: close together at the bottom of the valley, wide apart on its walls. */
function contourLevels(values: ArrayLike<number>, count = 14): number[] {
  const finite = Array.from(values).filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(high > low)) return [];
  return Array.from({ length: count }, (_, index) => low + (high - low) * ((index + 0.5) / count) ** 2.2);
}

export function contoursOf({ values, size }: LossPlane): Contour[] {
  const most = Array.from(values).reduce((a, b) => (Number.isFinite(b) ? Math.max(a, b) : a), -Infinity);
  const finite = Array.from(values, (value) => (Number.isFinite(value) ? value : most));
  return contours()
    .size([size, size])
    .thresholds(contourLevels(finite))(finite)
    .map(({ value, coordinates }) => ({ loss: value, coordinates }));
}

/** Room for the axes' numbers at the left and below. */
const MARGIN = { left: 34, bottom: 18, other: 4 };

/** Scales of a square plane in a rectangle of pixels, as large as fits. */
export function planeScales({ x, y }: LossPlane, width: number, height: number): { x: Scale; y: Scale } {
  const { left, bottom, other } = MARGIN;
  const side = Math.max(1, Math.min(width - left - other, height - bottom - other));
  return {
    x: linearScale([x.low, x.high], [left, left + side]),
    y: linearScale([y.low, y.high], [other + side, other]),
  };
}

export interface ContourInks {
  readonly fill: string;
  readonly line: string;
  readonly paper: string;
}

/** The deeper, the fuller: every line takes a part of the colour off what is above it. */
export function drawContours(
  drawing: Drawing,
  { size, x, y }: LossPlane,
  lines: readonly Contour[],
  scales: { readonly x: Scale; readonly y: Scale },
  { fill, line, paper }: ContourInks,
): void {
  const across = (place: number) => scales.x.at(x.low + ((x.high - x.low) * (place - 0.5)) / (size - 1));
  const up = (place: number) => scales.y.at(y.low + ((y.high - y.low) * (place - 0.5)) / (size - 1));
  const [left, right] = scales.x.range;
  const [bottom, top] = scales.y.range;
  drawing.save();
  drawing.beginPath();
  drawing.rect(left, top, right - left, bottom - top);
  drawing.clip();
  drawing.fillStyle = fill;
  drawing.globalAlpha = 0.55;
  drawing.fill();
  for (const { coordinates } of lines) {
    drawing.beginPath();
    for (const ring of coordinates.flat()) {
      ring.forEach(([column, row], index) =>
        index === 0 ? drawing.moveTo(across(column), up(row)) : drawing.lineTo(across(column), up(row)),
      );
      drawing.closePath();
    }
    drawing.globalAlpha = 0.14;
    drawing.fillStyle = paper;
    drawing.fill();
    drawing.globalAlpha = 0.9;
    drawing.strokeStyle = line;
    drawing.lineWidth = 0.75;
    drawing.stroke();
  }
  drawing.restore();
}
