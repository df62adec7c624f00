import { describe, expect, it } from 'vitest';
import { verdict } from './verdict.ts';

const summary = (lower: number, median: number, upper: number) => ({
  lower,
  median,
  upper,
  least: lower,
  most: upper,
});

describe('verdict', () => {
  it('says worse or better only where both quartiles do', () => {
    expect(verdict(summary(1.05, 1.1, 1.2), 0.02)).toBe('worse');
    expect(verdict(summary(0.8, 0.9, 0.95), 0.02)).toBe('better');
    expect(verdict(summary(0.95, 1.1, 1.2), 0.02)).toBe('same');
  });

  it('takes for nothing what it is told to', () => {
    expect(verdict(1.019, 0.02)).toBe('same');
    expect(verdict(1.03, 0.02)).toBe('worse');
    expect(verdict(0.97, 0.02)).toBe('better');
    expect(verdict(1.03, 0.1)).toBe('same');
  });

  it('says so where there was nothing to compare with', () => {
    expect(verdict(undefined, 0.02)).toBe('not measured');
  });
});
