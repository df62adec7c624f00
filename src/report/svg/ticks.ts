import { exponential, fixed, grouped } from '../words/numbers.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** 1, 2 or 5 times a power of ten: the smallest such step that needs at most `most` intervals. */
export function niceStep(span: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(span / most));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power * most >= span * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Multiples of the step from low to high; all labels have the same number of places. */
export function linearTicks(low: number, high: number, step: number): Tick[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const label = (value: number) =>
    largest >= 1e6 || largest < 1e-3 ? exponential(value, 2) : fixed(value, places);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, label: first + i === 0 ? '0' : label(value) };
  });
}

/** Powers of ten, every so many where there are too many; between them 2 and 5 where there are too few. */
export function logTicks(low: number, high: number, most: number): Tick[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const every = Math.ceil((last - first) / most);
  const factors = (last - first) * 3 <= most ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let power = first; power <= last; power += Math.max(1, every)) {
    for (const factor of factors) {
      const value = factor * 10 ** power;
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
        ticks.push({ value, label: powerLabel(value) });
    }
  }
  return ticks;
}

const powerLabel = (value: number): string =>
  value >= 1e5 || value < 0.9e-4 ? exponential(value, 0) : grouped(Number(value.toPrecision(3)));
