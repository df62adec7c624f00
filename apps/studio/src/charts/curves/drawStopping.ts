import type { Drawing } from '../drawing/Drawing.ts';
import type { Scale } from '../scales.ts';
import type { Plot } from './drawPlot.ts';

/** Early stopping as it stands: which epoch was best, how long it is waited for a better one, and to which one it went back. */
export interface StoppingMarks {
  readonly best: number | null;
  readonly patience: number | null;
  /** The run ended and took the weights of this epoch. */
  readonly restored: number | null;
  readonly last: number;
}

export interface MarkInks {
  readonly ink: string;
  readonly soft: string;
  readonly warn: string;
  readonly good: string;
}

/** The patience after the best epoch, shaded, what has passed of it darker; behind the curves. */
export function drawPatience(
  drawing: Drawing,
  { x, y }: Plot,
  marks: StoppingMarks,
  { warn }: MarkInks,
): void {
  const { best, patience } = marks;
  if (best === null || patience === null) return;
  const from = x.at(best);
  shade(drawing, from, x.at(best + patience), x, y, warn, 0.08);
  shade(drawing, from, x.at(Math.min(marks.last, best + patience)), x, y, warn, 0.1);
}

function shade(
  drawing: Drawing,
  from: number,
  to: number,
  x: Scale,
  y: Scale,
  colour: string,
  alpha: number,
): void {
  const right = Math.min(to, x.range[1]);
  drawing.fillStyle = colour;
  drawing.globalAlpha = alpha;
  drawing.beginPath();
  drawing.rect(from, y.range[1], Math.max(right - from, 0), y.range[0] - y.range[1]);
  drawing.fill();
  drawing.globalAlpha = 1;
}

/** The best epoch, dotted; once the run went back to it, an arrow from the last. */
export function drawBest(
  drawing: Drawing,
  { x, y }: Plot,
  marks: StoppingMarks,
  { ink, good }: MarkInks,
): void {
  if (marks.best === null) return;
  const at = x.at(marks.best);
  const [bottom, top] = y.range;
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.2;
  drawing.setLineDash([1.5, 3]);
  drawing.beginPath();
  drawing.moveTo(at, top);
  drawing.lineTo(at, bottom);
  drawing.stroke();
  drawing.setLineDash([]);
  if (marks.restored !== null && marks.last > marks.restored)
    arrowBack(drawing, x.at(marks.last), x.at(marks.restored), top + 9, good);
}

/** An arc from the last epoch to the restored one, with a head at its end. */
function arrowBack(drawing: Drawing, from: number, to: number, height: number, colour: string): void {
  if (from - to < 4) return;
  drawing.strokeStyle = colour;
  drawing.fillStyle = colour;
  drawing.lineWidth = 1.8;
  const head = Math.min(6, (from - to) / 2);
  drawing.beginPath();
  drawing.moveTo(from, height + 5);
  drawing.bezierCurveTo(from - 2, height - 4, from - 4, height, from - 8, height);
  drawing.lineTo(to + head, height);
  drawing.stroke();
  drawing.beginPath();
  drawing.moveTo(to, height);
  drawing.lineTo(to + head + 1, height - head * 0.7);
  drawing.lineTo(to + head + 1, height + head * 0.7);
  drawing.closePath();
  drawing.fill();
}
