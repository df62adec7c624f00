import { defineSynthetic } from './define.ts';

/** Where the tops are, and whether each is a hill (1) or a hollow (-1): the layout of the TensorFlow Playground. */
const TOPS = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const;
const WIDTH = 2;

export const hills = defineSynthetic({
  name: 'hills',
  task: 'regression',
  about: 'Three hills and three hollows on a plain, from -1 to 1: each needs neurons of its own.',
  point(draw) {
    const x = draw.uniform(-6, 6);
    const y = draw.uniform(-6, 6);
    let target = 0;
    for (const [topX, topY, sign] of TOPS) {
      const distance = Math.sqrt((x - topX) * (x - topX) + (y - topY) * (y - topY));
      const height = sign * Math.max(0, 1 - distance / WIDTH);
      if (Math.abs(height) > Math.abs(target)) target = height;
    }
    return { x, y, target };
  },
});
