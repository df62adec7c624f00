import {
  add,
  constant,
  type Executor,
  type Layout,
  multiply,
  type Program,
  read,
  reshape,
  type Session,
  type Shape,
  type Slot,
  subtract,
  sum,
  transpose,
} from '../../tensor/index.ts';
import type { Check } from './check.ts';

const layout: Layout = [
  { name: 'a', dtype: 'f32', length: 40 },
  { name: 'b', dtype: 'f32', length: 40 },
  { name: 'i', dtype: 'i32', length: 8 },
  { name: 'u', dtype: 'u8', length: 9 },
];

/** What it means that assignments are simultaneous, that slots are windows, and that views are live. */
export function* assignmentChecks(executor: Executor): Generator<Check> {
  for (const [name, body] of Object.entries(bodies)) yield { name, run: () => inSession(executor, body) };
}

const bodies: Readonly<Record<string, (session: Session) => void>> = {
  'two slots are swapped'(session) {
    fill(session);
    execute(
      session,
      [slot('a', 0, [5]), read(slot('b', 0, [5]))],
      [slot('b', 0, [5]), read(slot('a', 0, [5]))],
    );
    expectEqual(session, slot('a', 0, [5]), [100, 101, 102, 103, 104]);
    expectEqual(session, slot('b', 0, [5]), [0, 1, 2, 3, 4]);
  },
  'a window moves up by one'(session) {
    fill(session);
    execute(session, [slot('a', 1, [20]), read(slot('a', 0, [20]))]);
    expectEqual(session, slot('a', 0, [22]), [0, 0, ...count(1, 19), 21]);
  },
  'a window moves down by three'(session) {
    fill(session);
    execute(session, [slot('a', 0, [20]), add(read(slot('a', 3, [20])), 0.5)]);
    expectEqual(session, slot('a', 0, [21]), [...count(3, 20).map((x) => x + 0.5), 20]);
  },
  'windows exchange halves'(session) {
    fill(session);
    execute(
      session,
      [slot('a', 0, [7]), read(slot('a', 7, [7]))],
      [slot('a', 7, [7]), read(slot('a', 0, [7]))],
    );
    expectEqual(session, slot('a', 0, [14]), [...count(7, 7), ...count(0, 7)]);
  },
  'a slot is transposed in place'(session) {
    fill(session);
    execute(session, [slot('a', 2, [3, 2]), transpose(read(slot('a', 2, [2, 3])))]);
    expectEqual(session, slot('a', 2, [6]), [2, 5, 3, 6, 4, 7]);
  },
  'an update sees the old value everywhere'(session) {
    fill(session);
    const [x, y] = [read(slot('a', 0, [6])), read(slot('b', 0, [6]))];
    execute(
      session,
      [slot('a', 0, [6]), subtract(x, multiply(0.5, y))],
      [slot('b', 0, [6]), add(multiply(y, 2), x)],
    );
    expectEqual(
      session,
      slot('a', 0, [6]),
      count(0, 6).map((i) => i - 0.5 * (100 + i)),
    );
    expectEqual(
      session,
      slot('b', 0, [6]),
      count(0, 6).map((i) => 2 * (100 + i) + i),
    );
  },
  'a flat window and its parts are the same memory'(session) {
    fill(session);
    execute(session, [slot('b', 0, [2, 3]), multiply(read(slot('a', 3, [2, 3])), 2)]);
    execute(session, [slot('a', 0, [12]), read(slot('b', 0, [12]))]);
    expectEqual(session, slot('a', 0, [7]), [6, 8, 10, 12, 14, 16, 106]);
  },
  'one value goes to several slots'(session) {
    fill(session);
    const value = add(read(slot('a', 1, [3])), 1);
    execute(session, [slot('a', 0, [3]), value], [slot('b', 5, [3]), value], [slot('a', 5, []), sum(value)]);
    expectEqual(session, slot('a', 0, [6]), [2, 3, 4, 3, 4, 9]);
    expectEqual(session, slot('b', 4, [5]), [104, 2, 3, 4, 108]);
  },
  'windows at any offset'(session) {
    for (let offset = 0; offset < 9; offset++) {
      fill(session);
      execute(session, [
        slot('b', offset + 1, [6]),
        add(read(slot('a', offset, [6])), read(slot('a', offset + 2, [6]))),
      ]);
      expectEqual(session, slot('b', offset, [8]), [
        100 + offset,
        ...count(0, 6).map((i) => 2 * (offset + i) + 2),
        107 + offset,
      ]);
    }
  },
  'a reshape is assigned, a constant too'(session) {
    fill(session);
    const value = reshape(read(slot('b', 0, [4])), [2, 2]);
    execute(session, [slot('a', 1, [2, 2]), value], [slot('a', 8, [3]), constant(7, [3])]);
    expectEqual(session, slot('a', 0, [12]), [0, 100, 101, 102, 103, 5, 6, 7, 7, 7, 7, 11]);
  },
  'integers and bytes have windows as well'(session) {
    session.view(slot('i', 0, [8], 'i32')).set(count(0, 8));
    session.view(slot('u', 0, [9], 'u8')).set(count(250, 6));
    execute(
      session,
      [slot('i', 3, [4], 'i32'), multiply(read(slot('i', 2, [4], 'i32')), -3)],
      [slot('u', 1, [5], 'u8'), read(slot('u', 0, [5], 'u8'))],
    );
    expectEqual(session, slot('i', 0, [8], 'i32'), [0, 1, 2, -6, -9, -12, -15, 7]);
    expectEqual(session, slot('u', 0, [9], 'u8'), [250, 250, 251, 252, 253, 254, 0, 0, 0]);
  },
  'views are live, and every run starts from what they hold'(session) {
    const view = session.view(slot('a', 0, [2]));
    session.add({
      name: 'double',
      assignments: [{ slot: slot('a', 0, [2]), value: multiply(read(slot('a', 0, [2])), 2) }],
    });
    view.set([1, 3]);
    session.run('double');
    session.run('double');
    expectEqual(session, slot('a', 0, [2]), [4, 12]);
    if (view[1] !== 12) throw new Error('the view was not live');
    view[0] = 5;
    session.run('double');
    expectEqual(session, slot('a', 0, [2]), [10, 24]);
  },
  'many programs share the blocks, whenever they are added'(session) {
    const view = session.view(slot('a', 0, [3]));
    for (let i = 1; i <= 20; i++) {
      const target = slot('a', 0, [3]);
      session.add({ name: `add ${i}`, assignments: [{ slot: target, value: add(read(target), i) }] });
      session.run(`add ${i}`);
    }
    if (view[2] !== 210) throw new Error(`the view holds ${view[2]} instead of 210`);
  },
  'blocks begin as zeros'(session) {
    expectEqual(
      session,
      slot('b', 0, [40]),
      count(0, 40).map(() => 0),
    );
  },
  'an unknown program, a name taken and a closed session are refused'(session) {
    const program: Program = { name: 'p', assignments: [{ slot: slot('a', 0, []), value: constant(1) }] };
    session.add(program);
    expectThrow('an unknown program', () => session.run('q'));
    expectThrow('a name taken', () => session.add(program));
    if (!session.describe('p').includes('p')) throw new Error('the description does not name the program');
    session.close();
    expectThrow('a closed session', () => session.run('p'));
  },
};

function inSession(executor: Executor, body: (session: Session) => void): void {
  const session = executor.open(layout);
  try {
    body(session);
  } finally {
    session.close();
  }
}

let programs = 0;

function execute(
  session: Session,
  ...pairs: readonly (readonly [Slot, Program['assignments'][number]['value']])[]
): void {
  const name = `program ${programs++}`;
  session.add({ name, assignments: pairs.map(([target, value]) => ({ slot: target, value })) });
  session.run(name);
}

function slot(block: string, offset: number, shape: Shape, dtype: Slot['dtype'] = 'f32'): Slot {
  return { block, offset, shape, dtype, name: `${block}${offset}` };
}

function count(from: number, length: number): number[] {
  return Array.from({ length }, (_, i) => from + i);
}

/** a holds 0, 1, 2...; b holds 100, 101, 102... */
function fill(session: Session): void {
  session.view(slot('a', 0, [40])).set(count(0, 40));
  session.view(slot('b', 0, [40])).set(count(100, 40));
}

function expectEqual(session: Session, target: Slot, expected: readonly number[]): void {
  const actual = Array.from(session.view(target));
  if (actual.join() !== expected.join())
    throw new Error(`${target.name} holds ${actual.join(' ')} instead of ${expected.join(' ')}`);
}

function expectThrow(what: string, run: () => void): void {
  try {
    run();
  } catch {
    return;
  }
  throw new Error(`${what} was accepted`);
}
