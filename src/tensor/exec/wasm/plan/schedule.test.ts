import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  createReferenceExecutor,
  createWasmExecutor,
  type Executor,
  matmul,
  multiply,
  type Program,
  read,
  reshape,
  type Shape,
  type Slot,
  subtract,
  sum,
  type Tensor,
  transpose,
} from '../../../index.ts';

const length = 48;
const layout = [{ name: 'a', dtype: 'f32', length } as const];

function slot(offset: number, shape: Shape): Slot {
  return { block: 'a', offset, shape, dtype: 'f32', name: `a${offset}` };
}

/** Values of four numbers, made from windows on the block that lie anywhere. */
const values: readonly ((at: (which: number) => Tensor) => Tensor)[] = [
  (at) => at(0),
  (at) => add(at(0), at(1)),
  (at) => subtract(multiply(at(0), 2), at(2)),
  (at) => reshape(transpose(reshape(at(0), [2, 2])), [4]),
  (at) => subtract(at(0), reshape(sum(at(1)), [])),
  (at) => reshape(matmul(reshape(at(0), [2, 2]), reshape(at(1), [2, 2])), [4]),
  (at) => add(at(0), reshape(matmul(reshape(at(1), [2, 2]), reshape(at(2), [2, 2])), [4])),
];

type Choice = readonly [number, readonly [number, number, number]];

/** The block is cut into pieces of four, from `start` on; some of them are assigned, all at once. */
function programOf(start: number, choices: readonly (Choice | null)[]): Program {
  const assignments = choices.flatMap((choice, piece) => {
    if (choice === null) return [];
    const [kind, offsets] = choice;
    const value = values[kind % values.length]((which) => read(slot(offsets[which], [4])));
    return [{ slot: slot(start + 4 * piece, [4]), value }];
  });
  return { name: 'p', assignments };
}

function run(executor: Executor, program: Program): number[] {
  const session = executor.open(layout);
  const block = session.view(slot(0, [length]));
  block.set(Array.from({ length }, (_, i) => (i * 7) % 11));
  session.add(program);
  session.run('p');
  const result = Array.from(block);
  session.close();
  return result;
}

it('lets every assignment see old contents only, wherever windows overlap', () => {
  const offset = fc.integer({ min: 0, max: length - 4 });
  const choice = fc.option(fc.tuple(fc.nat(20), fc.tuple(offset, offset, offset)), { freq: 3 });
  const choices = fc.array(choice, { minLength: 1, maxLength: 11 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), choices, (start, list) => {
      const program = programOf(start, list);
      expect(run(createWasmExecutor({ reservedBytes: 2 ** 20 }), program)).toEqual(
        run(createReferenceExecutor(), program),
      );
    }),
    { numRuns: 200 },
  );
});
