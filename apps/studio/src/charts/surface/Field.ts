import type { Bounds } from './Plane.ts';

/**
 * Values over the raw plane: `units` surfaces of grid x grid, from `offset` on in `values`; row 0 is the top. Points of the grid lie at
 * the middles of as many equal cells.
 */
export interface Field {
  readonly values: Float32Array;
  readonly offset: number;
  readonly grid: number;
  readonly units: number;
}

/** A part of a frame's surfaces: those of the outputs are its last. */
export function outputField(values: Float32Array, grid: number, units: number): Field {
  return { values, offset: values.length - units * grid * grid, grid, units };
}

/** One neuron's surface. */
export function neuronField(values: Float32Array, grid: number, neuron: number): Field {
  return { values, offset: neuron * grid * grid, grid, units: 1 };
}

/** A unit's value at a raw point, between the four grid points around it; beyond the edge as at the edge. */
export function fieldAt(
  { values, offset, grid }: Field,
  unit: number,
  bounds: Bounds,
  x: number,
  y: number,
): number {
  const column = ((x - bounds.x[0]) / (bounds.x[1] - bounds.x[0])) * grid - 0.5;
  const row = ((bounds.y[1] - y) / (bounds.y[1] - bounds.y[0])) * grid - 0.5;
  return interpolate(values, offset + unit * grid * grid, grid, column, row);
}

/** Bilinear, at fractional grid coordinates. */
export function interpolate(
  values: Float32Array,
  from: number,
  grid: number,
  column: number,
  row: number,
): number {
  const last = grid - 1;
  const c = column < 0 ? 0 : column > last ? last : column;
  const r = row < 0 ? 0 : row > last ? last : row;
  const c0 = Math.floor(c);
  const r0 = Math.floor(r);
  const right = c0 < last ? 1 : 0;
  const below = r0 < last ? grid : 0;
  const at = from + r0 * grid + c0;
  const top = values[at] + (values[at + right] - values[at]) * (c - c0);
  const bottom = values[at + below] + (values[at + below + right] - values[at + below]) * (c - c0);
  return top + (bottom - top) * (r - r0);
}

/** The class that the outputs name at a point; with one output the second from one half on. */
export function classAt(field: Field, bounds: Bounds, x: number, y: number): number {
  if (field.units === 1) return fieldAt(field, 0, bounds, x, y) >= 0.5 ? 1 : 0;
  let best = 0;
  let highest = -Infinity;
  for (let unit = 0; unit < field.units; unit++) {
    const value = fieldAt(field, unit, bounds, x, y);
    if (value > highest) {
      highest = value;
      best = unit;
    }
  }
  return best;
}
