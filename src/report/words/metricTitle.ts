const titles: Readonly<Record<string, string>> = {
  accuracy: 'accuracy',
  macroF1: 'macro F1',
  logLoss: 'log loss',
  auc: 'AUC',
  r2: 'R²',
  rmse: 'RMSE',
  mae: 'MAE',
  balancedAccuracy: 'balanced accuracy',
};

const explanations: Readonly<Record<string, string>> = {
  loss: 'what training makes small; lower is better',
  accuracy: 'share of rows whose class is right',
  macroF1: 'balance of precision and recall, every class counting alike',
  logLoss: 'how surprised the stated probabilities are by the truth; lower is better',
  auc: 'chance that a row of a class is ranked above another; 0.5 is guessing',
  r2: 'share of the spread that is explained; 1 is perfect, 0 is no better than the mean',
  rmse: 'typical error, large ones weighing more; in the target’s unit, lower is better',
  mae: 'mean distance from the truth; in the target’s unit, lower is better',
};

/** A metric as people write it. */
export const metricTitle = (name: string): string => titles[name] ?? name;

/** What it says, in a few words; empty where nothing needs saying. */
export const metricMeaning = (name: string): string => explanations[name] ?? '';
