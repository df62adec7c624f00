import type { MetricInput } from '../../nn/define.ts';
import type { ModelPlan } from '../../nn/trace/index.ts';
import { applyLink } from '../../nn/trace/index.ts';
import { classProbabilities } from '../setup/classProbabilities.ts';
import type { FittedTarget } from '../../data/prepare/index.ts';

/** What a model says of a target, for many rows. */
export type TargetPrediction = ClassPredictions | NumberPredictions;

export interface ClassPredictions {
  readonly task: 'classification';
  readonly target: string;
  readonly classes: readonly string[];
  /** Row-major [rows, classes]; each row sums to 1. */
  readonly probabilities: Float64Array;
}

export interface NumberPredictions {
  readonly task: 'regression';
  readonly target: string;
  /** In the target's own unit. */
  readonly values: Float64Array;
}

/** Raw outputs as probabilities, or as numbers in the target's own unit. */
export function toPredictions(
  plan: ModelPlan,
  targets: readonly FittedTarget[],
  raw: Readonly<Record<string, ArrayLike<number>>>,
): TargetPrediction[] {
  return targets.map((target) => {
    const output = plan.outputs.find(({ name }) => name === target.name)!;
    if (target.kind === 'number') {
      const values = target.decode(applyLink(output, raw[target.name]));
      return { task: 'regression', target: target.name, values };
    }
    const probabilities = classProbabilities(output, raw[target.name], target.classes.length);
    return { task: 'classification', target: target.name, classes: target.classes, probabilities };
  });
}

/** The mean of what several nets say. */
export function meanPredictions(each: readonly (readonly TargetPrediction[])[]): TargetPrediction[] {
  if (each.length === 1) return [...each[0]];
  return each[0].map((first, index) => {
    const values = each.map((predictions) => numbersOf(predictions[index]));
    const mean = values[0].map((_, at) => values.reduce((sum, own) => sum + own[at], 0) / values.length);
    return first.task === 'classification' ? { ...first, probabilities: mean } : { ...first, values: mean };
  });
}

/** Of blocks of rows, one after another. */
export function joinedPredictions(blocks: readonly (readonly TargetPrediction[])[]): TargetPrediction[] {
  if (blocks.length === 1) return [...blocks[0]];
  return blocks[0].map((first, index) => {
    const joined = concatenate(blocks.map((predictions) => numbersOf(predictions[index])));
    return first.task === 'classification'
      ? { ...first, probabilities: joined }
      : { ...first, values: joined };
  });
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Values, or probabilities. */
export const numbersOf = (prediction: TargetPrediction): Float64Array =>
  prediction.task === 'classification' ? prediction.probabilities : prediction.values;

/** What was predicted beside what is so, as metrics take it. */
export function metricInput(
  prediction: TargetPrediction,
  truth: { readonly labels?: Int32Array; readonly values?: Float64Array },
): MetricInput {
  if (prediction.task === 'regression') {
    return { task: 'regression', truth: truth.values!, prediction: prediction.values };
  }
  const { probabilities, classes } = prediction;
  return { task: 'classification', truth: truth.labels!, probabilities, classes: classes.length };
}
