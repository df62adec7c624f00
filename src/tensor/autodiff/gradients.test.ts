import { describe, expect, it } from 'vitest';
import { checkGradient } from '../../testing/tensor/checkGradient.ts';
import { createReferenceExecutor } from '../index.ts';
import { ops } from '../ops/table.ts';
import { evaluate } from '../../testing/tensor/evaluate.ts';

describe('gradients of every operation against central differences', () => {
  for (const [name, op] of Object.entries(ops)) {
    const differentiable = op.gradient !== 'notDifferentiable';
    const samples = op.samples.filter(
      (sample) =>
        evaluate(createReferenceExecutor(), sample.inputs, (...x) => [sample.build(...x)])[0] instanceof
        Float64Array,
    );
    if (!differentiable) continue;
    it.each(samples.map((sample) => [sample.name, sample] as const))(`${name}: %s`, (_, sample) => {
      expect(checkGradient(sample)).toBeLessThan(1e-7);
    });
    it(`${name} has samples`, () => expect(samples.length).toBeGreaterThan(0));
  }
});
