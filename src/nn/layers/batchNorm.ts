import { z } from 'zod';
import {
  add,
  divide,
  multiply,
  reshape,
  stopGradient,
  subtract,
  type Tensor,
  showShape,
} from '../../tensor/index.ts';
import { NeumannError } from '../../errors.ts';
import { defineLayer, type TraceContext } from '../define.ts';
import { affine } from './affine.ts';
import { alongChannels } from './alongChannels.ts';
import { type Moments, moments, normalise } from './moments.ts';

/**
 * Ioffe and Szegedy, 2015, in PyTorch's form: input [n, channels, ...]; statistics over every axis but 1. Normalises by the
 * biased variance, tracks the unbiased one; running = (1 - momentum) running + momentum batch (Keras' momentum is 1 minus ours).
 * Throws in training where a channel has a single value, whose variance says nothing.
 */
export const batchNorm = defineLayer({
  name: 'batchNorm',
  summary: 'Brings each channel to mean 0 and variance 1 over the batch, then learns a scale and a shift.',
  formula: 'y = (x - mean) / sqrt(variance + epsilon) weight + bias',
  options: z.strictObject({
    momentum: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(0.1)
      .describe('Share of the newest batch in the running statistics; null: plain average over all batches.'),
    epsilon: z.number().positive().default(1e-5).describe('Added to the variance.'),
    affine: z.boolean().default(true).describe('Whether a scale and a shift are learned.'),
    trackStatistics: z
      .boolean()
      .default(true)
      .describe('Whether evaluation uses running statistics; false: those of the batch at hand.'),
  }),
  apply(context, input, options) {
    const channels = input.shape[1];
    const { mean, variance } = options.trackStatistics
      ? tracked(context, input, options.momentum)
      : ofBatch(input);
    const normalised = normalise(input, mean, variance, options.epsilon);
    if (!options.affine) return normalised;
    return affine(context, normalised, [channels], (vector) => alongChannels(vector, input.shape));
  },
});

function ofBatch(input: Tensor): Moments {
  return moments(
    input,
    input.shape.map((_, axis) => axis).filter((axis) => axis !== 1),
  );
}

/** In training the batch's moments, which also move the running ones; in evaluation the running ones. */
function tracked(
  context: TraceContext,
  input: Tensor,
  momentum: number | null,
): Pick<Moments, 'mean' | 'variance'> {
  const channels = input.shape[1];
  const runningMean = context.buffer('runningMean', [channels], 0);
  const runningVariance = context.buffer('runningVariance', [channels], 1);
  const batches = momentum === null ? context.buffer('batches', [], 0) : undefined;
  if (context.mode === 'evaluate') {
    return {
      mean: alongChannels(runningMean, input.shape),
      variance: alongChannels(runningVariance, input.shape),
    };
  }
  const { mean, variance, count } = ofBatch(input);
  if (count < 2) {
    throw new NeumannError(
      'shape',
      `batchNorm: a batch ${showShape(input.shape)} has one value a channel; train on 2 rows or more`,
    );
  }
  const share = batches ? divide(1, add(batches, 1)) : momentum!;
  const moved = (running: Tensor, batch: Tensor): Tensor =>
    add(running, multiply(subtract(reshape(stopGradient(batch), [channels]), running), share));
  context.updateBuffer('runningMean', moved(runningMean, mean));
  context.updateBuffer('runningVariance', moved(runningVariance, multiply(variance, count / (count - 1))));
  if (batches) context.updateBuffer('batches', add(batches, 1));
  return { mean, variance };
}
