import { linearTicks, logTicks, niceStep, type Tick } from './ticks.ts';

/** Where a value stands on the page, and the round numbers on the way. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly domain: readonly [low: number, high: number];
  readonly range: readonly [from: number, to: number];
  readonly ticks: readonly Tick[];
  at(this: void, value: number): number;
}

export interface ScaleOptions {
  /** About how many intervals between ticks, at most. */
  readonly ticks?: number;
  /** Widen the domain to round numbers. */
  readonly nice?: boolean;
}

export function linearScale(
  [low, high]: readonly [number, number],
  range: readonly [number, number],
  { ticks = 5, nice = false }: ScaleOptions = {},
): Scale {
  const [from, to] = isLone(low, high) ? around(low) : [low, high];
  const step = niceStep(to - from, ticks);
  const domain = nice
    ? ([Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step] as const)
    : ([from, to] as const);
  const factor = (range[1] - range[0]) / (domain[1] - domain[0]);
  return {
    kind: 'linear',
    domain,
    range,
    ticks: linearTicks(domain[0], domain[1], step),
    at: (value) => range[0] + (value - domain[0]) * factor,
  };
}

/** Equal steps for equal factors; low must be above 0. */
export function logScale(
  [low, high]: readonly [number, number],
  range: readonly [number, number],
  { ticks = 5 }: ScaleOptions = {},
): Scale {
  const [from, to] = low < high ? [low, high] : [low / 2, low * 2];
  const factor = (range[1] - range[0]) / Math.log(to / from);
  return {
    kind: 'log',
    domain: [from, to],
    range,
    ticks: logTicks(from, to, ticks),
    at: (value) => range[0] + Math.log(Math.max(value, from) / from) * factor,
  };
}

/** Whether two values can't be told apart on a page. */
const isLone = (low: number, high: number): boolean =>
  high - low <= Math.max(1e-300, 1e-12 * Math.max(Math.abs(low), Math.abs(high)));

/** A lone value gets some room. */
function around(value: number): [number, number] {
  const room = Math.abs(value) < 1e-300 ? 1 : Math.abs(value) * 0.1;
  return [value - room, value + room];
}

/** Smallest and largest finite value; undefined where there is none. */
export function extent(values: Iterable<number>): [number, number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}
