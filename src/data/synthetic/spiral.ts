import { defineSynthetic } from './define.ts';
import { polar, TURN } from './polar.ts';

const TURNS = 1.75;

export const spiral = defineSynthetic({
  name: 'spiral',
  task: 'classification',
  about: 'Two arms wound about each other: the hardest of the set, it takes depth or many neurons.',
  point(draw, row) {
    const first = row % 2 === 0;
    const along = draw.uniform(0, 1);
    const angle = along * TURNS * TURN + (first ? 0 : TURN / 2);
    return { ...polar(5 * along, angle), target: first ? 'first' : 'second' };
  },
});
