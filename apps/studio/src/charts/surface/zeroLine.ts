import type { LayerShape } from '../../run/contract.ts';
import type { Drawing } from '../drawing/Drawing.ts';
import type { Plane } from './Plane.ts';

/** Every so many cells along the line a tick points to the side where the neuron is active. */
const TICK_EVERY = 4;
const TICK = 5;

/** What a first-layer neuron adds up before its activation, over the grid, from the inputs' own surfaces. */
export function preActivation(
  out: Float32Array,
  surfaces: Float32Array,
  parameters: Float32Array,
  first: LayerShape,
  inputs: number,
  unit: number,
): void {
  const cells = out.length;
  out.fill(first.biases ? parameters[first.biases.offset + unit] : 0);
  for (let input = 0; input < inputs; input++) {
    const weight = parameters[first.weights!.offset + input * first.units + unit];
    for (let cell = 0; cell < cells; cell++) out[cell] += weight * surfaces[input * cells + cell];
  }
}

/** Draws where the values are 0, by marching squares, with ticks to the positive side. */
export function drawZeroLine(drawing: Drawing, plane: Plane, values: Float32Array, grid: number): void {
  drawing.beginPath();
  for (let row = 0; row < grid - 1; row++)
    for (let column = 0; column < grid - 1; column++) crossCell(drawing, plane, values, grid, row, column);
  drawing.stroke();
}

// The ends of one cell's pieces of line, in fractions of the cell: at most two pieces.
const ends = new Float64Array(8);

function crossCell(
  drawing: Drawing,
  plane: Plane,
  values: Float32Array,
  grid: number,
  row: number,
  column: number,
): void {
  const at = row * grid + column;
  const a = values[at];
  const b = values[at + 1];
  const c = values[at + grid + 1];
  const d = values[at + grid];
  const count = crossings(a, b, c, d);
  if (count === 0) return;
  const cellWidth = plane.width / grid;
  const cellHeight = plane.height / grid;
  const left = plane.left + (column + 0.5) * cellWidth;
  const top = plane.top + (row + 0.5) * cellHeight;
  for (let end = 0; end + 1 < count; end += 2) {
    const x0 = left + ends[2 * end] * cellWidth;
    const y0 = top + ends[2 * end + 1] * cellHeight;
    const x1 = left + ends[2 * end + 2] * cellWidth;
    const y1 = top + ends[2 * end + 3] * cellHeight;
    drawing.moveTo(x0, y0);
    drawing.lineTo(x1, y1);
    if ((row + column) % TICK_EVERY === 0)
      tick(drawing, (x0 + x1) / 2, (y0 + y1) / 2, b + c - a - d, c + d - a - b);
  }
}

/** Where the zero line meets the cell's edges (top, right, bottom, left), in `ends`; how many there are: 0, 2 or 4. */
function crossings(a: number, b: number, c: number, d: number): number {
  let count = 0;
  const put = (x: number, y: number) => {
    ends[2 * count] = x;
    ends[2 * count + 1] = y;
    count++;
  };
  if (a > 0 !== b > 0) put(a / (a - b), 0);
  if (b > 0 !== c > 0) put(1, b / (b - c));
  if (d > 0 !== c > 0) put(d / (d - c), 1);
  if (a > 0 !== d > 0) put(0, a / (a - d));
  return count;
}

function tick(drawing: Drawing, x: number, y: number, slopeX: number, slopeY: number): void {
  const length = Math.sqrt(slopeX * slopeX + slopeY * slopeY);
  if (!(length > 0)) return;
  drawing.moveTo(x, y);
  drawing.lineTo(x + (TICK * slopeX) / length, y + (TICK * slopeY) / length);
}
