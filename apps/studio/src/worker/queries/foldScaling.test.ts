import { describe, expect, it } from 'vitest';
import { openForTest } from './deskForTest.ts';
import { foldCheck } from './foldCheck.ts';

const stretched = { stretch: { x: 40, y: 0.5 }, shift: { x: 100, y: -3 } };

describe('folding the scaler into the first layer', () => {
  it.each([
    ['standardise', {}],
    ['minMax', {}],
    ['standardise', { model: { hidden: [] } }],
    ['standardise', { model: { hidden: [8], linearPath: 'zeros' } }],
    ['standardise', { model: { hidden: [8], dropout: 0.3, normalisation: 'batch' } }],
  ])('leaves predictions as they are within what float32 holds: %s %j', async (numbers, recipe) => {
    const run = await openForTest({ ...recipe, preparation: { numbers } }, stretched);
    run.advance({ epochs: 20 });
    const { rows, difference } = foldCheck(run);
    expect(rows).toBe(120);
    expect(difference).toBeGreaterThanOrEqual(0);
    expect(difference).toBeLessThan(2e-5);
  });

  it('refuses a scaling that is not a straight line', async () => {
    const run = await openForTest({ preparation: { numbers: 'quantile' } });
    expect(() => foldCheck(run)).toThrow('bends its numbers');
  });
});
