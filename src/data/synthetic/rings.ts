import { defineSynthetic, letter } from './define.ts';
import { polar, TURN } from './polar.ts';

const RINGS = ['inner', 'middle', 'outer'];

export const rings = defineSynthetic({
  name: 'rings',
  task: 'classification',
  about: 'Three rings about one centre (or more): classes that only the distance tells apart.',
  classes: { least: 2, most: 6, usual: 3 },
  point(draw, row, classes) {
    const ring = row % classes;
    const step = 4.5 / classes;
    const radius = draw.uniform(1.5, 1.5 + step / 3) + step * ring;
    return {
      ...polar(radius, draw.uniform(0, TURN)),
      target: classes === RINGS.length ? RINGS[ring] : letter(ring),
    };
  },
});
