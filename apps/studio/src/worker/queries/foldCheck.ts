import type { LiveRun } from '../../../../../src/train/live/index.ts';
import { toPredictions, type TargetPrediction } from '../../../../../src/train/model/predictions.ts';
import { findColumn } from '../../../../../src/data/table/index.ts';
import { affineScalings, foldScaling } from './foldScaling.ts';
import { predictRows } from './predictRows.ts';

export interface FoldCheck {
  readonly rows: number;
  /** Largest difference of any prediction: of a probability, or of a number in the target's unit. */
  readonly difference: number;
}

/** The net as it is on prepared rows, beside the net with the scaling in its weights on raw ones: all rows of the table. */
export function foldCheck({ net, weights, plan: { fitted, setting, problem } }: LiveRun): FoldCheck {
  const { table } = problem;
  const folded = foldScaling(net.plan, weights.parameters, affineScalings(fitted));
  const prepared = fitted.preparation.apply(table).features;
  const raw = new Float32Array(prepared.length);
  fitted.preparation.features.forEach(({ column }, input, { length }) => {
    const { values } = findColumn(table, column) as { values: Float64Array };
    for (let row = 0; row < table.rows; row++) raw[row * length + input] = values[row];
  });
  const predict = (parameters: Float64Array | Float32Array, features: Float32Array) => {
    const own = { parameters, buffers: weights.buffers };
    const outputs = { [net.plan.outputs[0].name]: predictRows(setting.executor, net.plan, own, features) };
    return numbersOf(toPredictions(net.plan, fitted.targets, outputs)[0]);
  };
  const before = predict(weights.parameters, prepared);
  const after = predict(folded, raw);
  const difference = before.reduce((most, value, at) => Math.max(most, Math.abs(value - after[at])), 0);
  return { rows: table.rows, difference };
}

const numbersOf = (prediction: TargetPrediction): Float64Array =>
  prediction.task === 'classification' ? prediction.probabilities : prediction.values;
