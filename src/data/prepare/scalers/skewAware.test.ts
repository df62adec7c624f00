import { expect, it } from 'vitest';
import { fitScaler } from './index.ts';

const even = Float64Array.from({ length: 200 }, (_, i) => i);
const tailed = Float64Array.from({ length: 200 }, (_, i) => (i < 198 ? i % 7 : 100_000));

it('standardises a column of moderate skew', () => {
  expect(fitScaler('skewAware', even).toJSON()).toEqual(fitScaler('standardise', even).toJSON());
});

it('takes a power of a very skewed one', () => {
  expect(fitScaler('skewAware', tailed).toJSON()).toEqual(fitScaler('power', tailed).toJSON());
  expect(fitScaler({ name: 'skewAware', above: 100 }, tailed).toJSON().form).toBe('linear');
});

it('leaves a constant column alone', () => {
  expect(fitScaler('skewAware', new Float64Array(5).fill(3)).toJSON().form).toBe('linear');
});
