import { defineSynthetic } from './define.ts';

export const xor = defineSynthetic({
  name: 'xor',
  task: 'classification',
  about: 'Opposite quadrants share a class: neither coordinate alone says anything.',
  point(draw, row) {
    const same = row % 2 === 0;
    const side = draw.uniform(0, 1) < 0.5 ? -1 : 1;
    const x = side * draw.uniform(0.3, 5);
    const y = (same ? side : -side) * draw.uniform(0.3, 5);
    return { x, y, target: same ? 'same' : 'different' };
  },
});
