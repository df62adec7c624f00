/** Metrics as people write them. */
const titles: Readonly<Record<string, string>> = {
  loss: 'loss',
  accuracy: 'accuracy',
  macroF1: 'macro F1',
  logLoss: 'log loss',
  auc: 'AUC',
  r2: 'R²',
  rmse: 'RMSE',
  mae: 'MAE',
};

export const scoreTitle = (name: string): string => titles[name] ?? name;

/** A score in about four digits, without an exponent where one can do without. */
export function scoreText(value: number | null | undefined): string {
  if (value === undefined || value === null || Number.isNaN(value)) return '';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e9 || size < 1e-4) return value.toExponential(1);
  if (size >= 1000) return grouped(Math.round(value));
  return value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.01 ? 3 : 4 + (size < 0.001 ? 1 : 0));
}

/** Metrics between 0 and about 1, whatever the table; the others are in the target's own unit. */
const unitless = new Set(['accuracy', 'macroF1', 'logLoss', 'auc', 'r2']);

/** A metric as tables show it: three digits behind the point where that is what one compares. */
export function metricText(name: string, value: number | null | undefined): string {
  return typeof value === 'number' && unitless.has(name) && Math.abs(value) < 1000
    ? value.toFixed(3).replace(/^-(0\.0+)$/, '$1')
    : scoreText(value);
}

/** `0.936–0.963` */
export function intervalText(
  name: string,
  interval: { readonly low: number; readonly high: number } | undefined,
): string {
  return interval ? `${metricText(name, interval.low)}–${metricText(name, interval.high)}` : '';
}

/** 12,345 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `1,200 rows`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
