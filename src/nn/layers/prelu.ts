import { z } from 'zod';
import { less, multiply, reshape, select, showShape } from '../../tensor/index.ts';
import { NeumannError } from '../../errors.ts';
import { defineLayer } from '../define.ts';
import { alongChannels } from './alongChannels.ts';

/** He and others, 2015. The slopes are [1], or one for each channel (axis 1); they don't decay. */
export const prelu = defineLayer({
  name: 'prelu',
  summary: 'A leaky relu that learns its slope.',
  formula: 'x > 0 ? x : slope x',
  options: z.strictObject({
    perChannel: z
      .boolean()
      .default(false)
      .describe('A slope of its own for each channel (axis 1), or one for all.'),
    initial: z.number().default(0.25).describe('Slope to start from.'),
  }),
  apply(context, input, { perChannel, initial }) {
    if (perChannel && input.shape.length < 2) {
      throw new NeumannError(
        'shape',
        `prelu: ${showShape(input.shape)} has no axis of channels; leave perChannel out`,
      );
    }
    const slopes = perChannel ? input.shape[1] : 1;
    const choice = { name: 'constant', value: initial };
    const weight = context.parameter('weight', [slopes], { initial: choice, decay: false });
    const slope = perChannel ? alongChannels(weight, input.shape) : reshape(weight, []);
    return select(less(0, input), input, multiply(input, slope));
  },
});
