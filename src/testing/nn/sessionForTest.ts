import { createReferenceExecutor, type Program, type Session, type Slot } from '../../tensor/index.ts';
import { initialBuffers, initialParameters } from '../../nn/trace/index.ts';
import type { ModelPlan } from '../../nn/trace/index.ts';

export interface TestSession {
  readonly session: Session;
  /** Adds the program, if it is new, and runs it. */
  run(program: Program): void;
  read(slot: Slot): number[];
  write(slot: Slot | undefined, values: ArrayLike<number>): void;
}

/** A session of the reference executor with the plan's initial values in place: for tests. */
export function sessionForTest(plan: ModelPlan, seed = 1): TestSession {
  const session = createReferenceExecutor().open(plan.layout);
  const added = new Set<string>();
  session.view(plan.slots.parameters).set(initialParameters(plan, seed));
  session.view(plan.slots.buffers).set(initialBuffers(plan));
  for (const { slot, initial } of Object.values(plan.slots.state)) session.view(slot).fill(initial);
  return {
    session,
    run(program) {
      if (!added.has(program.name)) session.add(program);
      added.add(program.name);
      session.run(program.name);
    },
    read: (slot) => [...session.view(slot)],
    write: (slot, values) => session.view(slot!).set(Array.from(values)),
  };
}

/** Numbers from -1 to 1 that look random and are always the same. */
export function scattered(length: number, start = 0): number[] {
  return Array.from({ length }, (_, i) => (((i + start + 1) * 0.754877666) % 1) * 2 - 1);
}
