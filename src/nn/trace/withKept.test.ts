import { expect, it } from 'vitest';
import { createReferenceExecutor } from '../../tensor/index.ts';
import { initialParameters } from './initialValues.ts';
import { planModel } from './planModel.ts';
import { predictProgram } from './predictProgram.ts';
import { scattered } from '../../testing/nn/sessionForTest.ts';
import { withKept } from './withKept.ts';

it('keeps every labelled tensor without changing a result', () => {
  const plan = planModel({
    model: {
      input: { width: 2, embeddings: [] },
      trunk: [{ name: 'dense', units: 3 }, { name: 'activation' }],
      outputs: [{ name: 'y', units: 1 }],
    },
    rows: 4,
  });
  const program = predictProgram(plan, { rows: 4 });
  const kept = withKept(program, ({ label }) => label !== undefined);
  const session = createReferenceExecutor().open([...plan.layout, kept.block]);
  session.view(plan.slots.parameters).set(initialParameters(plan, 3));
  session.view(plan.batch(4).features!).set(scattered(8));
  session.add(program);
  session.add(kept.program);
  session.run(program.name);
  const plain = [...session.view(plan.batch(4).predictions.y)];
  session.run(kept.program.name);
  expect([...session.view(plan.batch(4).predictions.y)]).toEqual(plain);
  const hidden = kept.kept.find(({ node }) => node.label === 'dense1')!;
  const bent = kept.kept.find(({ node }) => node.label === 'activation1')!;
  expect(hidden.slot.shape).toEqual([4, 3]);
  expect([...session.view(bent.slot)]).toEqual([...session.view(hidden.slot)].map((x) => Math.max(x, 0)));
});
