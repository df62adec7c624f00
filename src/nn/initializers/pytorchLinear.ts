import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { fillUniform } from './fill.ts';

/** PyTorch writes it as kaiming_uniform with a = sqrt(5), which comes to the same bound for weights as for biases. */
export const pytorchLinear = defineInitializer({
  name: 'pytorchLinear',
  summary: "What PyTorch's Linear starts from, weights and biases alike.",
  formula: 'U(-b, b), b = 1 / sqrt(fanIn)',
  options: z.strictObject({}),
  fill(values, _shape, fan, _options, random) {
    fillUniform(values, 1 / Math.sqrt(fan.in), random);
  },
});
