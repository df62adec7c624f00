import { predictProgram, type ModelPlan } from '../../../../../src/nn/trace/index.ts';
import type { Executor, Program, Session } from '../../../../../src/tensor/index.ts';
import type { Snapshot } from '../../../../../src/train/loop/index.ts';

/**
 * Raw outputs [rows, units] of prepared rows [rows, width], `most` at a time: the last ones together with some of those before them, so that
 * one program does.
 */
export function predictWith(
  session: Session,
  program: string,
  plan: ModelPlan,
  features: Float32Array,
  most: number,
) {
  const { width } = plan.settings.model.input;
  const [{ name, units }] = plan.outputs;
  const batch = plan.batch(most);
  const into = session.view(batch.features!);
  const from = session.view(batch.predictions[name]);
  const count = features.length / width;
  const raw = new Float32Array(count * units);
  for (let start = 0; start < count; start += most) {
    const first = Math.min(start, count - most);
    into.set(features.subarray(first * width, (first + most) * width));
    session.run(program);
    raw.set(from, first * units);
  }
  return raw;
}

/** Rows of one program for so many prepared rows. */
export const rowsAtOnce = ({ settings }: ModelPlan, features: Float32Array): number =>
  Math.min(settings.rows, features.length / settings.model.input.width);

/** A session of its own with these weights in it. */
export function sessionWith(
  executor: Executor,
  plan: ModelPlan,
  { parameters, buffers }: Snapshot,
  programs: readonly Program[],
  layout = plan.layout,
): Session {
  const session = executor.open(layout);
  session.view(plan.slots.parameters).set(parameters);
  session.view(plan.slots.buffers).set(buffers);
  programs.forEach((program) => session.add(program));
  return session;
}

/** Raw outputs of a net with these weights, in memory of its own. */
export function predictRows(
  executor: Executor,
  plan: ModelPlan,
  weights: Snapshot,
  features: Float32Array,
): Float32Array {
  const rows = rowsAtOnce(plan, features);
  const program = predictProgram(plan, { rows });
  const session = sessionWith(executor, plan, weights, [program]);
  try {
    return predictWith(session, program.name, plan, features, rows);
  } finally {
    session.close();
  }
}
