import { z } from 'zod';
import { add } from '../../tensor/index.ts';
import { defineLayer } from '../define.ts';
import { choiceOption } from './choiceOption.ts';
import { dense } from './dense.ts';

/** He and others, 2016. Where the block changes the width, the way around it is a dense layer without bias. */
export const residual = defineLayer({
  name: 'residual',
  summary: 'Adds what goes in to what its layers make of it, so that deep networks stay trainable.',
  formula: 'y = x + layers(x), or x P + layers(x) where sizes differ',
  options: z.strictObject({
    layers: z.array(choiceOption).min(1).describe('The layers that are gone around.'),
    initializer: choiceOption.default({ name: 'pytorchLinear' }).describe('Start of the projection P.'),
  }),
  apply(context, input, { layers, initializer }) {
    const inner = context.sequence(layers, input);
    const units = inner.shape.at(-1)!;
    if (input.shape.at(-1) === units) return add(input, inner);
    const options = { units, bias: false, initializer };
    return add(
      context.scope('projection', (scope) => dense.apply(scope, input, options)),
      inner,
    );
  },
});
