import { describe, expect, it } from 'vitest';
import {
  createReferenceExecutor,
  type Executor,
  type OpName,
  ops,
  type Session,
  type Slot,
} from '../../tensor/index.ts';
import type { Check } from './check.ts';
import { checkOps } from './checkOps.ts';

describe('the reference executor keeps the contract of executors', () => {
  for (const check of checkOps(createReferenceExecutor())) it(check.name, () => check.run());
});

/** An executor with one operation that is slightly wrong in one element. */
function withBroken(op: OpName): Executor {
  return createReferenceExecutor({
    onNode: (node, value) => {
      if (node.op === op && value.length > 0) value[value.length - 1] += node.dtype === 'f32' ? 1 / 4096 : 1;
    },
  });
}

function firstFailure(executor: Executor): Check | undefined {
  for (const check of checkOps(executor)) {
    try {
      check.run();
    } catch {
      return check;
    }
  }
  return undefined;
}

describe('the contract notices', () => {
  it.each(Object.keys(ops) as OpName[])('a wrong %s', (op) =>
    expect(firstFailure(withBroken(op))).toBeDefined(),
  );

  it('assignments made one after another', () => {
    const reference = createReferenceExecutor();
    const open: Executor['open'] = (layout) => oneAfterAnother(reference.open(layout));
    expect(firstFailure({ name: 'reference', open })?.name).toBe('two slots are swapped');
  });

  it('views that are copies', () => {
    const reference = createReferenceExecutor();
    const open: Executor['open'] = (layout) => {
      const session = reference.open(layout);
      return { ...session, view: (slot: Slot) => session.view(slot).slice() };
    };
    expect(firstFailure({ name: 'reference', open })).toBeDefined();
  });
});

function oneAfterAnother(session: Session): Session {
  const parts = new Map<string, string[]>();
  return {
    ...session,
    add(program) {
      const names = program.assignments.map((_, i) => `${program.name}, ${i}`);
      program.assignments.forEach((assignment, i) =>
        session.add({ name: names[i], assignments: [assignment] }),
      );
      parts.set(program.name, names);
    },
    run: (name) => parts.get(name)?.forEach((part) => session.run(part)),
  };
}
