import type { Drawing } from '../drawing/Drawing.ts';
import { numberText } from '../numberText.ts';
import { linearScale, logarithmicScale, ticksOf, type Scale } from '../scales.ts';

/** Two scales over a rectangle of pixels. */
export interface Plot {
  readonly x: Scale;
  readonly y: Scale;
}

export const PLOT_MARGIN = { left: 42, right: 10, top: 10, bottom: 20 } as const;
const FONT = '11px system-ui, sans-serif';

/** `head` is room above for words. */
export function plotOf(
  width: number,
  height: number,
  xDomain: readonly [number, number],
  yDomain: readonly [number, number],
  logarithmic = false,
  head = 0,
): Plot {
  const { left, right, top, bottom } = PLOT_MARGIN;
  const yRange = [Math.max(height - bottom, top + head + 1), top + head] as const;
  return {
    x: linearScale(xDomain, [left, Math.max(width - right, left + 1)]),
    y: logarithmic ? logarithmicScale(yDomain, yRange) : linearScale(yDomain, yRange),
  };
}

/** Hairlines with their numbers: heights at the left, epochs below. */
export function drawGrid(
  drawing: Drawing,
  { x, y }: Plot,
  { soft, line }: { soft: string; line: string },
): void {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  drawing.font = FONT;
  drawing.fillStyle = soft;
  drawing.strokeStyle = line;
  drawing.lineWidth = 1;
  drawing.textAlign = 'right';
  drawing.textBaseline = 'middle';
  drawing.beginPath();
  for (const tick of ticksOf(y, (bottom - top) / 32)) {
    const at = Math.round(y.at(tick)) + 0.5;
    drawing.moveTo(left, at);
    drawing.lineTo(right, at);
    drawing.fillText(numberText(tick), left - 6, at);
  }
  drawing.stroke();
  drawing.textAlign = 'center';
  drawing.textBaseline = 'top';
  for (const tick of ticksOf(x, (right - left) / 60))
    if (Number.isInteger(tick)) drawing.fillText(numberText(tick, 6), x.at(tick), bottom + 6);
}

/**
 * A line through points in ascending x. Where many share a column of pixels their lowest and highest stand for all; a gap where a value is
 * no number.
 */
export function drawLine(
  drawing: Drawing,
  { x, y }: Plot,
  count: number,
  xAt: (index: number) => number,
  yAt: (index: number) => number,
): void {
  let column = Number.NaN;
  let low = 0;
  let high = 0;
  let open = false;
  drawing.beginPath();
  for (let index = 0; index < count; index++) {
    const value = yAt(index);
    if (!Number.isFinite(value)) {
      open = false;
      column = Number.NaN;
      continue;
    }
    const pixelX = x.at(xAt(index));
    const pixelY = y.at(value);
    if (open && pixelX - column < 0.7) {
      if (pixelY >= low && pixelY <= high) continue;
      low = Math.min(low, pixelY);
      high = Math.max(high, pixelY);
      drawing.lineTo(column, pixelY);
      continue;
    }
    if (open) drawing.lineTo(pixelX, pixelY);
    else drawing.moveTo(pixelX, pixelY);
    open = true;
    column = pixelX;
    low = high = pixelY;
  }
  drawing.stroke();
}

/** Where a line has but one point. */
export function drawDot(drawing: Drawing, { x, y }: Plot, atX: number, atY: number): void {
  if (!Number.isFinite(atY)) return;
  drawing.beginPath();
  drawing.arc(x.at(atX), y.at(atY), 2, 0, 2 * Math.PI);
  drawing.stroke();
}
