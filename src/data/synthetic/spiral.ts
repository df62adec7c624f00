import { defineSynthetic, letter } from './define.ts';
import { polar, TURN } from './polar.ts';

const TURNS = 1.75;
const ARMS = ['first', 'second'];

export const spiral = defineSynthetic({
  name: 'spiral',
  task: 'classification',
  about: 'Two arms (or more) wound about each other: the hardest of the set, it takes depth or many neurons.',
  classes: { least: 2, most: 5, usual: 2 },
  point(draw, row, classes) {
    const arm = row % classes;
    const along = draw.uniform(0, 1);
    const angle = along * TURNS * TURN + (arm / classes) * TURN;
    return { ...polar(5 * along, angle), target: classes === 2 ? ARMS[arm] : letter(arm) };
  },
});
