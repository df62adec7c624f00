import { defineSynthetic } from './define.ts';

export const plane = defineSynthetic({
  name: 'plane',
  task: 'regression',
  about: 'A tilted plane, from -1.2 to 1.2: a linear model learns it exactly.',
  point(draw) {
    const x = draw.uniform(-6, 6);
    const y = draw.uniform(-6, 6);
    return { x, y, target: (x + y) / 10 };
  },
});
