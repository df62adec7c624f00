import { defineSynthetic } from './define.ts';

export const gaussians = defineSynthetic({
  name: 'gaussians',
  task: 'classification',
  about: 'Two round clouds: a linear model is as good as any.',
  point(draw, row) {
    const side = row % 2 === 0 ? 1 : -1;
    return { x: 2 * side + draw.normal(), y: 2 * side + draw.normal(), target: side > 0 ? 'upper' : 'lower' };
  },
});
