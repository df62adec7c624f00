import { defineSynthetic } from './define.ts';

const CELL = 2.5;

export const checkerboard = defineSynthetic({
  name: 'checkerboard',
  task: 'classification',
  about: 'Sixteen squares in two colours: many straight borders, so width pays.',
  point(draw) {
    const x = draw.uniform(-5, 5);
    const y = draw.uniform(-5, 5);
    const dark = (Math.floor(x / CELL) + Math.floor(y / CELL)) % 2 === 0;
    return { x, y, target: dark ? 'dark' : 'light' };
  },
});
