import { z } from 'zod';
import { add, matmul, reshape } from '../../tensor/index.ts';
import { type Choice, defineLayer } from '../define.ts';
import { choiceOption } from './choiceOption.ts';

/**
 * Input [..., in], output [..., units]. `weight` is [in, units] and decays, `bias` is [units] and doesn't. PyTorch's Linear
 * stores its weight as [units, in]; Keras' Dense as we do.
 */
export const dense = defineLayer({
  name: 'dense',
  summary: 'Every output is a weighted sum of all inputs, plus a bias: the linear layer.',
  formula: 'y = x W + b',
  options: z.strictObject({
    units: z.int().positive().describe('Number of outputs, usually 8 to 512.'),
    bias: z
      .boolean()
      .default(true)
      .describe('Whether a bias is added; norm layers right behind make it useless.'),
    initializer: choiceOption.default({ name: 'pytorchLinear' }).describe('Start of the weights.'),
    biasInitializer: choiceOption
      .optional()
      .describe('Start of the biases; 0 when left out, except beside pytorchLinear, which has its own.'),
  }),
  apply(context, input, { units, bias, initializer, biasInitializer }) {
    const width = input.shape.at(-1) ?? 0;
    const fan = { in: width, out: units };
    const weight = context.parameter('weight', [width, units], { initial: initializer, decay: true, fan });
    const product = matmul(reshape(input, [-1, width]), weight);
    const output = bias
      ? add(
          product,
          reshape(context.parameter('bias', [units], { initial: biasInitial(), decay: false, fan }), [
            1,
            units,
          ]),
        )
      : product;
    return reshape(output, [...input.shape.slice(0, -1), units]);

    function biasInitial(): Choice {
      return biasInitializer ?? (initializer.name === 'pytorchLinear' ? initializer : { name: 'zeros' });
    }
  },
});
