import { defineSynthetic } from './define.ts';
import { polar, TURN } from './polar.ts';

export const circle = defineSynthetic({
  name: 'circle',
  task: 'classification',
  about: 'A disc inside a ring: no straight line parts them, three hidden neurons do.',
  point(draw, row) {
    const inside = row % 2 === 0;
    const radius = inside ? draw.uniform(0, 2.5) : draw.uniform(3.5, 5);
    return { ...polar(radius, draw.uniform(0, TURN)), target: inside ? 'inside' : 'outside' };
  },
});
