import type { Choice } from './choice.ts';

/**
 * The L2 penalty that scikit-learn's linear models have by default, in our form (added to the mean loss, without a half):
 * LogisticRegression(C=1) minimises sum of losses + |w|²/2, Ridge(alpha=1) sum of squares + |w|².
 */
export function linearPenalty(task: 'classification' | 'regression', rows: number): Choice {
  return { name: 'l2', strength: task === 'classification' ? 1 / (2 * rows) : 1 / rows };
}
