import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../testing/tensor/evaluate.ts';
import {
  add,
  argmax,
  broadcast,
  cast,
  clip,
  concatenate,
  constant,
  createReferenceExecutor,
  divide,
  gather,
  greater,
  literal,
  logSoftmax,
  logSumExp,
  matmul,
  max,
  mean,
  min,
  multiply,
  norm,
  oneHot,
  pad,
  read,
  reshape,
  scatterAdd,
  select,
  sigmoid,
  slice,
  type Slot,
  softmax,
  softplus,
  sum,
  type Tensor,
  transpose,
  variance,
  and,
  not,
  or,
} from '../../index.ts';

const m = literal([1, 2, 3, 4, 5, 6], [2, 3]);
const nested = literal(
  Array.from({ length: 12 }, (_, i) => i),
  [2, 3, 2],
);
const at = (...indices: number[]): Tensor => literal(indices, [indices.length], 'i32');

function value(tensor: Tensor): number[] {
  return Array.from(evaluate(createReferenceExecutor(), [], () => [tensor])[0]);
}

/** Small enough to be checked by eye: the reference can't be its own witness. */
describe('what operations mean', () => {
  it.each<[string, Tensor, number[]]>([
    ['sum of rows', sum(m, 1), [6, 15]],
    ['sum of columns', sum(m, 0), [5, 7, 9]],
    ['sum of the outer axes', sum(nested, [0, 2]), [14, 22, 30]],
    ['max of the middle axis', max(nested, 1), [4, 5, 10, 11]],
    [
      'argmax of the middle axis',
      argmax(multiply(nested, literal([1, 2, -1, -1, 1, 1], [2, 3, 1])), 1),
      [1, 1, 2, 2],
    ],
    ['matmul', matmul(m, transpose(m)), [14, 32, 32, 77]],
    ['matmul TN', matmul(m, m, { transposeA: true }), [17, 22, 27, 22, 29, 36, 27, 36, 45]],
    ['matmul NT', matmul(m, m, { transposeB: true }), [14, 32, 32, 77]],
    [
      'matmul TT',
      matmul(m, literal([1, 0, 0, 1, 1, 1], [3, 2]), { transposeA: true, transposeB: true }),
      [1, 4, 5, 2, 5, 7, 3, 6, 9],
    ],
    ['matmul batched', matmul(nested, literal([1, 10, 1, 100], [2, 2, 1])), [10, 32, 54, 706, 908, 1110]],
    ['transpose', transpose(m), [1, 4, 2, 5, 3, 6]],
    ['transpose by permutation', transpose(nested, [2, 0, 1]), [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]],
    ['broadcast of a column', broadcast(literal([1, 2], [2, 1]), [2, 3]), [1, 1, 1, 2, 2, 2]],
    ['broadcast of a row', broadcast(literal([1, 2], [1, 2]), [2, 2]), [1, 2, 1, 2]],
    ['slice', slice(m, [0, 1], [2, 2]), [2, 3, 5, 6]],
    ['pad', pad(literal([1, 2], [1, 2]), [1, 0], [0, 1], 9), [9, 9, 9, 1, 2, 9]],
    ['concatenate', concatenate([m, literal([7, 8], [2, 1])], 1), [1, 2, 3, 7, 4, 5, 6, 8]],
    ['gather', gather(m, at(1, 0, 1)), [4, 5, 6, 1, 2, 3, 4, 5, 6]],
    ['scatterAdd', scatterAdd(at(2, 0, 2), literal([1, 2, 3, 4, 5, 6], [3, 2]), 3), [3, 4, 0, 0, 6, 8]],
    ['select', select(literal([1, 0, -2]), literal([1, 2, 3]), 9), [1, 9, 3]],
    ['cast', cast(literal([-1.9, 1.9, 300]), 'u8'), [0, 1, 255]],
    ['greater', greater(literal([1, 2, 3]), 2), [0, 0, 1]],
    [
      'and, or, not',
      concatenate(
        [and(literal([0, 1]), literal([1, 1])), or(literal([0, 0]), literal([0, 1])), not(literal([0, 1]))],
        0,
      ),
      [0, 1, 0, 1, 1, 0],
    ],
    ['clip', clip(literal([-3, 0.5, 3]), -1, 1), [-1, 0.5, 1]],
    ['mean', mean(m, 0), [2.5, 3.5, 4.5]],
    ['variance', variance(literal([1, 2, 3, 6])), [3.5]],
    ['variance with correction', variance(literal([1, 2, 6]), 0, { correction: 1 }), [7]],
    ['min', min(m, 1), [1, 4]],
    ['norm', norm(literal([3, 4])), [5]],
    ['oneHot', oneHot(at(1, 0, 5), 2), [0, 1, 1, 0, 0, 0]],
    ['softmax of equals', softmax(literal([1e4, 1e4, -1e4, -1e4], [1, 4])), [0.5, 0.5, 0, 0]],
    ['softmax of infinities', softmax(literal([-Infinity, 0], [1, 2])), [0, 1]],
    ['logSoftmax of huge logits', logSoftmax(literal([0, 1e4], [1, 2])), [-1e4, 0]],
    ['logSumExp of nothing likely', logSumExp(literal([-Infinity, -Infinity])), [-Infinity]],
    ['logSumExp, axes not kept', logSumExp(literal([1e4, 0, 0, -1e4], [2, 2]), 1), [1e4, 0]],
    ['sigmoid in the tails', sigmoid(literal([-800, 0, 800])), [0, 0.5, 1]],
    ['softplus in the tails', softplus(literal([-800, 800])), [0, 800]],
  ])('%s', (_, tensor, expected) => expect(value(tensor)).toEqual(expected));
});

describe('a session', () => {
  const slot: Slot = { block: 'b', offset: 1, shape: [2], dtype: 'f32', name: 'x' };
  const open = () => createReferenceExecutor().open([{ name: 'b', dtype: 'f32', length: 4 }]);

  it('computes in float64', () => {
    const session = open();
    session.add({ name: 'p', assignments: [{ slot, value: divide(read(slot), 3) }] });
    session.view(slot).set([1, 2]);
    session.run('p');
    expect(session.view(slot)).toEqual(Float64Array.of(1 / 3, 2 / 3));
  });

  it('describes a program as it is printed', () => {
    const session = open();
    session.add({ name: 'p', assignments: [{ slot, value: add(read(slot), 1) }] });
    expect(session.describe('p')).toContain('%2 = add %0 %1 : f32[2]');
  });

  it('shows every node as it is computed', () => {
    const seen: string[] = [];
    const executor = createReferenceExecutor({ onNode: (node, [first]) => seen.push(`${node.op} ${first}`) });
    evaluate(executor, [], () => [add(constant(2), reshape(constant(3, [1]), []))]);
    expect(seen).toEqual(['constant 2', 'constant 3', 'reshape 3', 'add 5']);
  });

  it('refuses an index outside a table when it comes up', () => {
    expect(() => value(gather(m, at(2)))).toThrow('gather: index 2 lies outside a table of 2 rows');
    expect(() => value(scatterAdd(at(-1), literal([1]), 3))).toThrow('scatterAdd: index -1 lies outside');
  });

  it('refuses programs that do not fit its blocks, and views of blocks it lacks', () => {
    const beyond = { ...slot, offset: 3 };
    const session = open();
    expect(() => session.add({ name: 'p', assignments: [{ slot: beyond, value: read(slot) }] })).toThrow(
      'does not fit',
    );
    expect(() => session.view({ ...slot, block: 'c' })).toThrow("block 'c', which the layout lacks");
  });
});
