import { describe, expect, it } from 'vitest';
import { createReferenceExecutor } from '../../tensor/index.ts';
import { initialParameters } from './initialValues.ts';
import { planModel } from './planModel.ts';
import { predictProgram } from './predictProgram.ts';

const rows = 2;
const settings = (linearPath: boolean) => ({
  rows,
  model: {
    input: { width: 3, embeddings: [] },
    trunk: [{ name: 'dense', units: 4 }, { name: 'activation' }],
    outputs: [{ name: 'y', units: 2, linearPath }],
  },
});

function predict(
  linearPath: boolean,
  edit: (name: string) => number[] | undefined = () => undefined,
): number[] {
  const plan = planModel(settings(linearPath));
  const session = createReferenceExecutor().open(plan.layout);
  session.view(plan.slots.parameters).set(initialParameters(plan, 7));
  for (const { name, slot } of plan.parameters) {
    const values = edit(name);
    if (values) session.view(slot).set(values);
  }
  session.view(plan.batch(rows).features!).set([1, 2, 3, -1, 0, 4]);
  session.add(predictProgram(plan, { rows }));
  session.run(`predict:${rows}`);
  return [...session.view(plan.batch(rows).predictions.y)];
}

describe('linearPath', () => {
  it('starts at nothing: the net is what it would be without', () => {
    expect(predict(true)).toEqual(predict(false));
  });

  it('makes the net a linear model where the trunk gives nothing', () => {
    const weights = [1, 2, 3, 4, 5, 6];
    const linear = predict(true, (name) => {
      if (name === 'output.y.linear.weight') return weights;
      if (name === 'output.y.weight') return Array(8).fill(0);
      return name === 'output.y.bias' ? [10, 20] : undefined;
    });
    expect(linear).toEqual([1 + 6 + 15 + 10, 2 + 8 + 18 + 20, -1 + 20 + 10, -2 + 24 + 20]);
  });
});
