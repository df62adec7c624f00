import { localised } from '../words/localised.ts';

/** A number as people read it: three significant digits, a true minus, no noise of float32. */
export function numberText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size >= 1e6 || size < 1e-4
      ? value
          .toExponential(digits - 1)
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e')
      : String(Number(value.toPrecision(digits)));
  return localised(text.replaceAll('-', '−'));
}

/** As many decimals for every value of a read-out that changes while one looks: 0.500, not 0.5. */
export function steadyText(value: number): string {
  if (!Number.isFinite(value)) return numberText(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return numberText(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 2 : 3;
  return localised(value.toFixed(decimals).replace('-', '−'));
}
