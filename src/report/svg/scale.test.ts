import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent, linearScale, logScale } from './scale.ts';

const labels = (scale: { ticks: readonly { label: string }[] }) => scale.ticks.map(({ label }) => label);

describe('a linear scale', () => {
  it('places its ends, and round numbers between', () => {
    const scale = linearScale([0, 1], [50, 450]);
    expect([scale.at(0), scale.at(0.25), scale.at(1)]).toEqual([50, 150, 450]);
    expect(labels(scale)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  });

  it('widens to round numbers where asked', () => {
    const scale = linearScale([0.13, 0.87], [0, 100], { nice: true });
    expect(scale.domain).toEqual([0, 1]);
    expect(linearScale([0.13, 0.87], [0, 100]).domain).toEqual([0.13, 0.87]);
  });

  it('writes all labels with the same places, large ones grouped, negative ones with a minus', () => {
    expect(labels(linearScale([0.98, 1], [0, 1]))).toEqual(['0.980', '0.985', '0.990', '0.995', '1.000']);
    expect(labels(linearScale([-2000, 2000], [0, 1], { ticks: 4 }))).toEqual([
      '−2,000',
      '−1,000',
      '0',
      '1,000',
      '2,000',
    ]);
  });

  it('gives a lone value room', () => {
    const scale = linearScale([5, 5], [0, 100]);
    expect(scale.at(5)).toBeCloseTo(50);
    expect(linearScale([0, 0], [0, 100]).at(0)).toBeCloseTo(50);
  });

  it('keeps ticks few, ascending and inside, whatever the numbers', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(finite, finite, fc.boolean(), (a, b, nice) => {
        const { ticks, domain } = linearScale([Math.min(a, b), Math.max(a, b)], [0, 1], { nice });
        const room = (domain[1] - domain[0]) * 1e-6;
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(8);
        ticks.forEach(({ value }, i) => {
          expect(value).toBeGreaterThanOrEqual(domain[0] - room);
          expect(value).toBeLessThanOrEqual(domain[1] + room);
          if (i > 0) expect(value).toBeGreaterThan(ticks[i - 1].value);
        });
      }),
    );
  });
});

describe('a logarithmic scale', () => {
  it('gives equal factors equal steps', () => {
    const scale = logScale([0.01, 100], [0, 400]);
    expect([0.01, 0.1, 1, 10, 100].map((value) => Math.round(scale.at(value)))).toEqual([
      0, 100, 200, 300, 400,
    ]);
    expect(labels(scale)).toEqual(['0.01', '0.1', '1', '10', '100']);
  });

  it('has ticks between powers of ten where there are few, and skips some where there are many', () => {
    expect(labels(logScale([1, 40], [0, 1], { ticks: 6 }))).toEqual(['1', '2', '5', '10', '20']);
    expect(labels(logScale([1e-9, 1], [0, 1])).length).toBeLessThanOrEqual(6);
  });

  it('puts what is below it at its foot', () => {
    expect(logScale([1, 10], [0, 1]).at(0)).toBe(0);
  });
});

it('extent finds the ends among finite values alone', () => {
  expect(extent([3, NaN, -1, Infinity])).toEqual([-1, 3]);
  expect(extent([NaN])).toBeUndefined();
});
