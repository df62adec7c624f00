import { exponential, readable, score } from './numbers.ts';

const inUnits = new Set(['rmse', 'mae']);
const losses = new Set(['loss', 'logLoss']);

/** A metric's value as it should be read: a score in three places, an error in the target's unit in as many as it needs. */
export function metricText(metric: string, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (inUnits.has(metric)) return readable(value);
  return losses.has(metric) && value > 0 && value < 0.001 ? exponential(value, 1) : score(value);
}
