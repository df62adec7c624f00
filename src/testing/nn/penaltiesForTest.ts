import { z } from 'zod';
import { clip, multiply, square, sum } from '../../tensor/index.ts';
import { definePenalty } from '../../nn/define.ts';
import type { PenaltySetting } from '../../nn/trace/index.ts';

/** A penalty on squares, for tests of the programs. */
export function l2ForTest(strength: number): PenaltySetting {
  const definition = definePenalty({
    name: 'l2ForTest',
    summary: 'Squares.',
    options: z.strictObject({}),
    value: (parameter) => multiply(sum(square(parameter)), strength),
  });
  return { definition, options: {} };
}

/** Holds every parameter that decays within a bound that shrinks with the learning rate. */
export function boxForTest(bound: number): PenaltySetting {
  const definition = definePenalty({
    name: 'boxForTest',
    summary: 'A box.',
    options: z.strictObject({}),
    project: (parameter, _options, learningRate) => multiply(clip(parameter, -bound, bound), learningRate),
  });
  return { definition, options: {} };
}
