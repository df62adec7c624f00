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

/** Round numbers from low to high, about `most` of them. */
export function linearTicks(low: number, high: number, most: number): Tick[] {
  const step = niceStep(high - low, most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, label: tickLabel(value, step) };
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

/** All labels of an axis have the same number of places. */
function tickLabel(value: number, step: number): string {
  const size = Math.abs(value);
  if (size < step / 2) return '0';
  if (size >= 1e6 || step < 1e-4) return exponential(value, 2);
  return fixed(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

const powerLabel = (value: number): string =>
  value >= 1e5 || value < 1e-3 ? exponential(value, 0) : grouped(Number(value.toPrecision(3)));
