import { defineSynthetic } from './define.ts';
import { polar, TURN } from './polar.ts';

const RINGS = ['inner', 'middle', 'outer'];

export const rings = defineSynthetic({
  name: 'rings',
  task: 'classification',
  about: 'Three rings about one centre: three classes that only the distance tells apart.',
  point(draw, row) {
    const ring = row % RINGS.length;
    const radius = draw.uniform(1.5, 2) + 1.5 * ring;
    return { ...polar(radius, draw.uniform(0, TURN)), target: RINGS[ring] };
  },
});
