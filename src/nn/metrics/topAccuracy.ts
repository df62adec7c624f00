import type { ClassificationInput } from '../define.ts';
import { average } from './average.ts';
import { defineClassificationMetric } from './defineMetric.ts';

/** Share of the rows whose true class is among the `k` most probable; of equally probable classes the later ranks first (scikit-learn). */
export function topAccuracy(input: ClassificationInput, k: number): number {
  const { truth, probabilities, classes } = input;
  const isAmongTop = (row: number) => {
    const own = probabilities[row * classes + truth[row]];
    let ahead = 0;
    for (let other = 0; other < classes; other++) {
      const value = probabilities[row * classes + other];
      if (value > own || (value === own && other > truth[row])) ahead++;
    }
    return Number(ahead < k);
  };
  return average(truth.length, input.weights, isAmongTop);
}

export const top3Accuracy = defineClassificationMetric({
  name: 'top3Accuracy',
  summary: 'Share of the rows whose true class is among the three most probable.',
  better: 'higher',
  compute: (input) => topAccuracy(input, 3),
});

export const top5Accuracy = defineClassificationMetric({
  name: 'top5Accuracy',
  summary: 'Share of the rows whose true class is among the five most probable.',
  better: 'higher',
  compute: (input) => topAccuracy(input, 5),
});
