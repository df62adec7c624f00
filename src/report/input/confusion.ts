import type { ClassReport } from './types.ts';

type Counts = Pick<ClassReport, 'classes' | 'confusion'>;

/** Rows whose class is right. */
export const correct = ({ classes, confusion }: Counts): number =>
  total(classes, (k) => confusion[k * classes.length + k]);

/** Rows that are of the class. */
export const trueTotal = ({ classes, confusion }: Counts, truth: number): number =>
  total(classes, (predicted) => confusion[truth * classes.length + predicted]);

/** Rows that were taken for the class. */
export const predictedTotal = ({ classes, confusion }: Counts, predicted: number): number =>
  total(classes, (truth) => confusion[truth * classes.length + predicted]);

const total = (classes: readonly string[], count: (k: number) => number): number =>
  classes.reduce((sum, _, k) => sum + count(k), 0);
