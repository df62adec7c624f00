import { describe, expect, it } from 'vitest';
import { openForTest } from './deskForTest.ts';
import { reportStep } from './stepReport.ts';

const recipes = {
  'plain gradient descent': {},
  'momentum, tanh, cross-entropy with L2': {
    optimizer: { name: 'momentum', learningRate: 0.05, momentum: 0.9, weightDecay: 0.01 },
    penalties: [{ name: 'l2', strength: 0.01 }],
  },
  'adam with dropout and L1': {
    model: { hidden: [6, 3], dropout: 0.4, activation: { name: 'relu' } },
    optimizer: { name: 'adam', learningRate: 0.01 },
    penalties: [{ name: 'l1', strength: 0.001 }],
    clip: { norm: 0.1 },
  },
  'batch norm with a proximal penalty': {
    model: { hidden: [5], normalisation: 'batch' },
    penalties: [{ name: 'l1Proximal', strength: 0.1 }],
  },
};

describe.each(Object.entries(recipes))('a step opened: %s', (_, recipe) => {
  it('ends where the trainer ends, and has its gradient, to the bit', async () => {
    const [opened, trained] = await Promise.all([1, 2].map(() => openForTest(recipe)));
    opened.advance({ steps: 7 });
    trained.advance({ steps: 7 });
    const report = reportStep(opened);
    const before = trained.net.parameters.slice();
    trained.advance({ steps: 1 });
    expect(report.step).toBe(8);
    for (const [index, { slot, gradient }] of trained.net.plan.parameters.entries()) {
      const own = report.parameters[index];
      const end = slot.offset + own.after.values.length;
      expect(own.before.values).toEqual(before.subarray(slot.offset, end));
      expect(own.after.values).toEqual(trained.net.parameters.subarray(slot.offset, end));
      expect(own.gradient.values).toEqual(new Float32Array(trained.net.session.view(gradient)));
    }
    expect(
      report.parameters.some(({ before: was, after }) => was.values.join() !== after.values.join()),
    ).toBe(true);
    expect(report.losses[0].value).toBe(trained.net.session.view(trained.net.plan.slots.lossParts[0])[0]);
    expect([...report.rows]).toEqual(
      [...trained.lastStep!.rows].map((row) => trained.plan.division.train[row]),
    );
  });
});

describe('the stages of a step', () => {
  it('follow from one another as the formulas say', async () => {
    const run = await openForTest();
    const { stages, probabilities, parameters, losses, rows, targets } = reportStep(run);
    expect(stages.map(({ label }) => label)).toEqual([
      'inputs',
      'dense1',
      'activation1',
      'dense2',
      'activation2',
      'target',
    ]);
    const [inputs, z, a] = stages.map(({ values }) => values);
    const weight = parameters.find(({ name }) => name === 'dense1.weight')!;
    const bias = parameters.find(({ name }) => name === 'dense1.bias')!;
    const sum = [0, 1].reduce(
      (total, input) => total + inputs.values[input] * weight.before.values[input * 4],
      bias.before.values[0],
    );
    expect(z.values[0]).toBeCloseTo(sum, 6);
    expect(a.values[0]).toBeCloseTo(Math.tanh(z.values[0]), 6);
    const slope = rows.reduce(
      (total, _, row) => total + inputs.values[row * 2] * stages[1].gradient.values[row * 4],
      0,
    );
    expect(weight.gradient.values[0]).toBeCloseTo(slope, 6);
    expect(losses[0].rows[0]).toBeCloseTo(-Math.log(probabilities!.values[targets[0]]), 5);
    expect(losses[0].value).toBeCloseTo(
      losses[0].rows.reduce((total, loss) => total + loss, 0) / rows.length,
      5,
    );
  });

  it('cannot be seen where the run has ended', async () => {
    const run = await openForTest({ stopping: { epochs: 1 } });
    run.advance();
    expect(() => reportStep(run)).toThrow('there is no next step');
  });
});
