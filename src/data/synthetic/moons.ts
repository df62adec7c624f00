import { defineSynthetic } from './define.ts';
import { polar, TURN } from './polar.ts';

export const moons = defineSynthetic({
  name: 'moons',
  task: 'classification',
  about: 'Two half circles that reach into each other: a smooth curve parts them.',
  point(draw, row) {
    const upper = row % 2 === 0;
    const { x, y } = polar(3, draw.uniform(0, TURN / 2));
    return upper
      ? { x: x - 1.5, y: y - 0.75, target: 'upper' }
      : { x: 1.5 - x, y: 0.75 - y, target: 'lower' };
  },
});
