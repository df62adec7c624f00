import {
  blendTable,
  classColour,
  divergingTable,
  levelOf,
  LEVELS,
  middleOf,
  mix,
  pixelOf,
  type Theme,
} from '../colours.ts';
import { interpolate, type Field } from './Field.ts';

/** How far from the middle a certain prediction is coloured: points of the same class must stand out on it. */
export const STRENGTH = 0.62;
/** Pixels of a discrete picture along one grid cell. */
export const FINENESS = 4;
const BANDS = 8;

/** How numbers are coloured: the value in the middle, and how far from it the ends are. */
export interface NumberRange {
  readonly centre: number;
  readonly reach: number;
}

/** Around 0 where the numbers lie on both sides of it, else around their middle. */
export function numberRange(values: ArrayLike<number>): NumberRange {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < values.length; index++) {
    if (values[index] < low) low = values[index];
    if (values[index] > high) high = values[index];
  }
  if (!(high >= low)) return { centre: 0, reach: 1 };
  if (low < 0 && high > 0) return { centre: 0, reach: Math.max(-low, high) };
  return { centre: (low + high) / 2, reach: (high - low) / 2 || 1 };
}

/** Signed values of one unit, -reach to reach: a neuron's picture or a regression. */
export function paintNumbers(
  pixels: Uint32Array,
  { values, offset, grid }: Field,
  theme: Theme,
  range: NumberRange = { centre: 0, reach: 1 },
  strength = 0.9,
): void {
  const table = divergingTable(theme, strength);
  const { centre, reach } = range;
  for (let index = 0; index < grid * grid; index++)
    pixels[index] = table[levelOf((values[offset + index] - centre) / reach)];
}

/** The probability of one class, from the middle to its colour. */
export function paintProbability(
  pixels: Uint32Array,
  { values, offset, grid }: Field,
  theme: Theme,
  unit: number,
): void {
  const table = blendTable(middleOf(theme), classColour(unit), theme);
  for (let index = 0; index < grid * grid; index++) pixels[index] = table[levelOf(values[offset + index])];
}

/** The classes' colours, blended by their probabilities: an undecided place shows the middle. */
export function paintClasses(pixels: Uint32Array, field: Field, theme: Theme): void {
  if (field.units <= 2) return paintTwoClasses(pixels, field, theme);
  const { values, offset, grid, units } = field;
  const cells = grid * grid;
  const [red, green, blue] = middleOf(theme);
  for (let cell = 0; cell < cells; cell++) {
    let weights = 0;
    let r = 0;
    let g = 0;
    let b = 0;
    let squares = 0;
    for (let unit = 0; unit < units; unit++) {
      const probability = values[offset + unit * cells + cell];
      const colour = classColour(unit);
      // Squared, so that the leading class is seen and not a grey of all.
      const weight = probability * probability;
      weights += weight;
      squares += (probability - 1 / units) * (probability - 1 / units);
      r += weight * colour[0];
      g += weight * colour[1];
      b += weight * colour[2];
    }
    const sure = STRENGTH * Math.min(1, Math.sqrt((squares * units) / (units - 1)));
    const share = weights > 0 ? sure / weights : 0;
    const rest = weights > 0 ? 1 - sure : 1;
    pixels[cell] =
      ((255 << 24) |
        ((blue * rest + b * share + 0.5) << 16) |
        ((green * rest + g * share + 0.5) << 8) |
        (red * rest + r * share + 0.5)) >>>
      0;
  }
}

function paintTwoClasses(pixels: Uint32Array, { values, offset, grid, units }: Field, theme: Theme): void {
  const table = blendTable(classColour(0), classColour(1), theme, STRENGTH);
  const cells = grid * grid;
  const from = offset + (units - 1) * cells;
  for (let cell = 0; cell < cells; cell++) pixels[cell] = table[levelOf(2 * values[from + cell] - 1)];
}

/** The decision alone: each place in the colour of its class, finer than the grid. `pixels` has (grid * FINENESS) squared. */
export function paintDecisions(pixels: Uint32Array, field: Field, theme: Theme): void {
  const { values, offset, grid, units } = field;
  const side = grid * FINENESS;
  const colours = decisionColours(Math.max(units, 2), theme);
  for (let row = 0, pixel = 0; row < side; row++) {
    const gridRow = (row + 0.5) / FINENESS - 0.5;
    for (let column = 0; column < side; column++, pixel++) {
      const gridColumn = (column + 0.5) / FINENESS - 0.5;
      let best = 0;
      let highest = units === 1 ? 0.5 : -Infinity;
      for (let unit = 0; unit < units; unit++) {
        const value = interpolate(values, offset + unit * grid * grid, grid, gridColumn, gridRow);
        if (value > highest) {
          highest = value;
          best = units === 1 ? 1 : unit;
        }
      }
      pixels[pixel] = colours[best];
    }
  }
}

function decisionColours(classes: number, theme: Theme): Uint32Array {
  return Uint32Array.from({ length: classes }, (_, index) =>
    pixelOf(mix(middleOf(theme), classColour(index), STRENGTH)),
  );
}

/** Numbers in bands of equal width, finer than the grid. */
export function paintBands(
  pixels: Uint32Array,
  field: Field,
  theme: Theme,
  { centre, reach }: NumberRange,
): void {
  const { values, offset, grid } = field;
  const side = grid * FINENESS;
  const table = divergingTable(theme, STRENGTH);
  for (let row = 0, pixel = 0; row < side; row++) {
    const gridRow = (row + 0.5) / FINENESS - 0.5;
    for (let column = 0; column < side; column++, pixel++) {
      const value = interpolate(values, offset, grid, (column + 0.5) / FINENESS - 0.5, gridRow);
      const level = levelOf((value - centre) / reach) / LEVELS;
      pixels[pixel] = table[levelOf((2 * (Math.floor(level * BANDS) + 0.5)) / BANDS - 1)];
    }
  }
}

export function paintRegression(pixels: Uint32Array, field: Field, theme: Theme, range: NumberRange): void {
  paintNumbers(pixels, field, theme, range, STRENGTH);
}
