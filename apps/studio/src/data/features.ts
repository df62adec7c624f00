import { exp, sin } from '../../../../src/numeric/index.ts';

/** A function of the raw coordinates that the net may see as an input; also a column of the table. */
export interface Feature {
  readonly name: string;
  /** As it is written beside the input. */
  readonly symbol: string;
  of(this: void, x: number, y: number): number;
}

/** Written once, for the worker, the exported table and the tests: the same bits everywhere. */
export const features: readonly Feature[] = [
  { name: 'x', symbol: 'x', of: (x) => x },
  { name: 'y', symbol: 'y', of: (_, y) => y },
  { name: 'xSquared', symbol: 'x²', of: (x) => x * x },
  { name: 'ySquared', symbol: 'y²', of: (_, y) => y * y },
  { name: 'xy', symbol: 'xy', of: (x, y) => x * y },
  { name: 'sinX', symbol: 'sin x', of: (x) => sin(x) },
  { name: 'sinY', symbol: 'sin y', of: (_, y) => sin(y) },
  { name: 'xCubed', symbol: 'x³', of: (x) => x * x * x },
  { name: 'yCubed', symbol: 'y³', of: (_, y) => y * y * y },
  { name: 'absoluteX', symbol: '|x|', of: (x) => Math.abs(x) },
  { name: 'absoluteY', symbol: '|y|', of: (_, y) => Math.abs(y) },
  { name: 'radius', symbol: '√(x² + y²)', of: (x, y) => Math.sqrt(x * x + y * y) },
  { name: 'bell', symbol: 'exp(−(x² + y²) / 8)', of: (x, y) => exp(-(x * x + y * y) / 8) },
];

/** Those of a scenario, in the order of the list; names that a newer studio would know are passed over. */
export function featuresNamed(names: readonly string[]): Feature[] {
  return features.filter(({ name }) => names.includes(name));
}
