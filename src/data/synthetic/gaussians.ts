import { defineSynthetic, letter } from './define.ts';
import { polar, TURN } from './polar.ts';

export const gaussians = defineSynthetic({
  name: 'gaussians',
  task: 'classification',
  about: 'Two round clouds (or more): a linear model is as good as any.',
  classes: { least: 2, most: 8, usual: 2 },
  point(draw, row, classes) {
    if (classes > 2) return cloud(row % classes, classes, draw.normal(), draw.normal());
    const side = row % 2 === 0 ? 1 : -1;
    return { x: 2 * side + draw.normal(), y: 2 * side + draw.normal(), target: side > 0 ? 'upper' : 'lower' };
  },
});

/** Clouds on a circle, far enough apart to be told from one another by straight lines. */
function cloud(index: number, classes: number, across: number, up: number) {
  const { x, y } = polar(4, (index / classes + 1 / 8) * TURN);
  const spread = 3 / classes;
  return { x: x + spread * across, y: y + spread * up, target: letter(index) };
}
