import { z } from 'zod';
import { defineInitializer } from '../define.ts';
import { gainOption } from './gainOption.ts';

export const identity = defineInitializer({
  name: 'identity',
  summary: 'Ones on the diagonal, zeros elsewhere: the layer starts by passing its input on.',
  formula: 'gain where row = column, else 0',
  options: z.strictObject({ gain: gainOption }),
  fill(values, shape, _fan, { gain }) {
    const columns = values.length / (shape[0] ?? 1);
    for (let i = 0; i < values.length; i++) values[i] = Math.floor(i / columns) === i % columns ? gain : 0;
  },
});
