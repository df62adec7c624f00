import { localised } from '../words/localised.ts';
import { numberText, steadyText } from './numberText.ts';

/** Shares are read as percents, losses and errors as they are. */
export function scoreText(metric: string, value: number): string {
  if (!Number.isFinite(value)) return numberText(value);
  if (metric === 'r2' || metric === 'explainedVariance') return localised(value.toFixed(3).replace('-', '−'));
  return isShare(metric) ? `${localised((100 * value).toFixed(1))} %` : steadyText(value);
}

const isShare = (metric: string): boolean => /accuracy|precision|recall/iu.test(metric);
