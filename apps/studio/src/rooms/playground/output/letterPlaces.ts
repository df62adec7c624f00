import type { Field } from '../../../charts/surface/Field.ts';
import type { Points } from '../../../run/contract.ts';

/** Names of the classes that are drawn by hand, in order. */
export const LETTERS: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/**
 * Where the run's classes stand among the letters; null where they stand there anyhow, or are no letters. A run counts the classes that
 * have points, but a letter keeps its colour though one before it has none.
 */
export function letterPlaces(classes: readonly string[]): readonly number[] | null {
  const places = classes.map((name) => LETTERS.indexOf(name));
  const isInOrder = places.every((place, index) => place === index);
  return isInOrder || places.includes(-1) ? null : places;
}

const countOf = (places: readonly number[]): number => Math.max(...places) + 1;

export const placedClasses = (places: readonly number[]): readonly string[] =>
  LETTERS.slice(0, countOf(places));

export const placedPoints = (points: Points, places: readonly number[]): Points => ({
  ...points,
  target: points.target.map((index) => places[index]),
});

/** A surface for each letter; that of a letter without points is nothing everywhere. */
export function placedField({ values, offset, grid, units }: Field, places: readonly number[]): Field {
  const cells = grid * grid;
  const count = countOf(places);
  const placed = new Float32Array(count * cells);
  if (units > 1)
    for (const [unit, place] of places.entries())
      placed.set(values.subarray(offset + unit * cells, offset + (unit + 1) * cells), place * cells);
  else
    // One output says how likely the second of two classes is.
    for (let cell = 0; cell < cells; cell++) {
      placed[places[1] * cells + cell] = values[offset + cell];
      placed[places[0] * cells + cell] = 1 - values[offset + cell];
    }
  return { values: placed, offset: 0, grid, units: count };
}
