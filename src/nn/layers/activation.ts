import { z } from 'zod';
import { defineLayer } from '../define.ts';
import { choiceOption } from './choiceOption.ts';

export const activation = defineLayer({
  name: 'activation',
  summary: 'Bends its input by an activation function: what makes a network more than one linear map.',
  options: z.strictObject({
    activation: choiceOption.default({ name: 'relu' }).describe('Which one, with its options.'),
  }),
  apply: (context, input, options) => context.activate(options.activation, input),
});
