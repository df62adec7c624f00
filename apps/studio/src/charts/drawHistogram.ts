import type { Histogram } from '../run/contract.ts';
import type { Drawing } from './drawing/Drawing.ts';
import { numberText } from './numberText.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface HistogramInks {
  readonly bar: string;
  readonly soft: string;
  readonly line: string;
}

const FOOT = 14;
const FONT = '11px system-ui, sans-serif';

/** Bars from `low` to `high`, their ends written below, 0 marked by a hairline where it lies within. */
export function drawHistogram(
  drawing: Drawing,
  { left, top, width, height }: Box,
  { low, high, counts }: Histogram,
  { bar, soft, line }: HistogramInks,
): void {
  const foot = top + height - FOOT;
  const most = counts.reduce((tallest, count) => Math.max(tallest, count), 0) || 1;
  const step = width / Math.max(counts.length, 1);
  drawing.fillStyle = bar;
  drawing.beginPath();
  counts.forEach((count, index) => {
    const tall = (count / most) * (foot - top);
    if (count > 0)
      drawing.rect(
        left + index * step,
        foot - Math.max(tall, 1),
        Math.max(step - 0.5, 0.5),
        Math.max(tall, 1),
      );
  });
  drawing.fill();
  drawing.strokeStyle = line;
  drawing.lineWidth = 1;
  drawing.beginPath();
  drawing.moveTo(left, foot + 0.5);
  drawing.lineTo(left + width, foot + 0.5);
  if (low < 0 && high > 0) {
    const zero = left + (-low / (high - low)) * width;
    drawing.moveTo(zero, top);
    drawing.lineTo(zero, foot + 4);
  }
  drawing.stroke();
  writeEnds(drawing, left, width, foot + 3, low, high, soft);
}

function writeEnds(
  drawing: Drawing,
  left: number,
  width: number,
  at: number,
  low: number,
  high: number,
  ink: string,
): void {
  if (!(high > low)) return;
  drawing.font = FONT;
  drawing.fillStyle = ink;
  drawing.textBaseline = 'top';
  drawing.textAlign = 'left';
  drawing.fillText(numberText(low, 2), left, at);
  drawing.textAlign = 'right';
  drawing.fillText(numberText(high, 2), left + width, at);
}
