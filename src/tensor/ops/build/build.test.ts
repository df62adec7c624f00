import { describe, expect, it } from 'vitest';
import { NeumannError } from '../../../errors.ts';
import type { DType, Shape, Tensor } from '../../graph/tensor.ts';
import { mean, oneHot, variance } from '../composite.ts';
import { showType } from '../refuse.ts';
import * as build from './index.ts';

const of = (shape: Shape, dtype: DType = 'f32'): Tensor => build.constant(0, shape, dtype);
const ints = (...shape: number[]): Tensor => of(shape, 'i32');

describe('the types of results', () => {
  it.each<[string, Tensor, string]>([
    ['add', build.add(of([2, 3]), of([2, 3])), 'f32[2, 3]'],
    ['add of a scalar', build.add(of([]), of([2, 3])), 'f32[2, 3]'],
    ['add of a row and a column', build.add(of([1, 3]), of([2, 1])), 'f32[2, 3]'],
    ['add of a number to integers', build.add(ints(4), 1), 'i32[4]'],
    ['a number minus a tensor', build.subtract(1, of([4])), 'f32[4]'],
    ['two numbers', build.multiply(2, 3), 'f32[]'],
    ['size 1 beside size 0', build.add(of([1, 0]), of([3, 1])), 'f32[3, 0]'],
    ['less of integers', build.less(ints(3), 0), 'f32[3]'],
    ['select of integers by a scalar', build.select(of([]), ints(3), 0), 'i32[3]'],
    ['select of two numbers', build.select(of([2, 2]), 1, 0), 'f32[2, 2]'],
    ['cast', build.cast(of([2]), 'u8'), 'u8[2]'],
    ['isFinite', build.isFinite(of([2])), 'f32[2]'],
    ['sum', build.sum(of([2, 3, 4])), 'f32[]'],
    ['sum of an axis from the end', build.sum(of([2, 3, 4]), -1), 'f32[2, 3]'],
    ['sum, kept', build.sum(of([2, 3, 4]), [0, -1], { keep: true }), 'f32[1, 3, 1]'],
    ['argmax', build.argmax(of([2, 3, 4]), 1), 'i32[2, 4]'],
    ['matmul', build.matmul(of([2, 3]), of([3, 4])), 'f32[2, 4]'],
    [
      'matmul, transposed',
      build.matmul(of([3, 2]), of([4, 3]), { transposeA: true, transposeB: true }),
      'f32[2, 4]',
    ],
    ['matmul, batched', build.matmul(of([5, 2, 3]), of([5, 3, 4])), 'f32[5, 2, 4]'],
    ['reshape', build.reshape(of([4, 6]), [3, -1, 2]), 'f32[3, 4, 2]'],
    ['transpose', build.transpose(of([2, 3, 4])), 'f32[4, 3, 2]'],
    ['slice', build.slice(of([4, 6]), [1, 0], [3, 2]), 'f32[3, 2]'],
    ['pad', build.pad(of([4, 6]), [1, 0], [0, 2]), 'f32[5, 8]'],
    ['concatenate', build.concatenate([of([4, 6]), of([4, 1])], 1), 'f32[4, 7]'],
    ['gather', build.gather(of([4, 6, 7]), ints(2, 3)), 'f32[2, 3, 6, 7]'],
    ['scatterAdd', build.scatterAdd(ints(5), of([5, 2]), 9), 'f32[9, 2]'],
    ['random', build.random('noise', [3, 3], ints(4)), 'f32[3, 3]'],
    ['oneHot', oneHot(ints(2, 3), 4), 'f32[2, 3, 4]'],
    ['variance, kept', variance(of([2, 3]), 0, { keep: true }), 'f32[1, 3]'],
  ])('%s', (_, tensor, type) => expect(showType(tensor)).toBe(type));
});

describe('what is refused, with the shapes in the message', () => {
  it.each<[() => unknown, string]>([
    [
      () => build.add(of([32, 10]), of([32, 9])),
      "add: shapes [32, 10] and [32, 9] don't go together; sizes of an axis must be equal or 1",
    ],
    [
      () => build.add(of([32, 10]), of([10])),
      "add: shapes [32, 10] and [10] don't go together; ranks must agree, reshape one of them",
    ],
    [() => build.select(of([3]), of([2]), 0), "select: shapes [3] and [2] don't go together"],
    [
      () => build.broadcast(of([2, 3]), [4, 3]),
      'broadcast: [2, 3] does not repeat to [4, 3]; only axes of size 1 do',
    ],
    [() => build.sum(of([2, 3]), 2), 'sum: there is no axis 2 in [2, 3]'],
    [() => build.max(of([2, 3]), [0, -2]), 'max: axes [0, -2] of [2, 3] name one axis twice'],
    [() => build.argmax(of([2, 0]), 1), 'argmax: axis 1 of [2, 0] has no elements to choose from'],
    [() => build.matmul(of([2, 3]), of([4, 3])), "matmul: [2, 3] by [4, 3] can't be multiplied"],
    [
      () => build.matmul(of([2, 3]), of([3, 4]), { transposeB: true }),
      "matmul: [2, 3] by [3, 4] transposed can't be multiplied",
    ],
    [() => build.matmul(of([2, 3, 4]), of([5, 4, 3])), "matmul: [2, 3, 4] by [5, 4, 3] can't be multiplied"],
    [() => build.matmul(of([2, 3, 4]), of([4, 3])), "matmul: [2, 3, 4] by [4, 3] can't be multiplied"],
    [() => build.matmul(of([3]), of([3])), 'matmul: takes a tensor of rank 2 or 3, but was given [3]'],
    [() => build.reshape(of([4, 6]), [5, -1]), "reshape: [4, 6] (24 elements) can't take the shape [5, 4.8]"],
    [() => build.reshape(of([4, 6]), [5, 5]), "reshape: [4, 6] (24 elements) can't take the shape [5, 5]"],
    [() => build.transpose(of([2, 3]), [0, 0]), 'transpose: [0, 0] is no permutation of the axes of [2, 3]'],
    [
      () => build.slice(of([4, 6]), [3, 0], [2, 6]),
      "slice: sizes [2, 6] from [3, 0] don't lie within [4, 6]",
    ],
    [() => build.slice(of([4]), [-1], [1]), 'slice: [-1] is no shape'],
    [
      () => build.pad(of([4]), [1, 1], [0, 0]),
      "pad: [1, 1] before and [0, 0] after don't name every axis of [4]",
    ],
    [
      () => build.concatenate([of([4, 6]), of([3, 1])], 1),
      'concatenate: [4, 6] and [3, 1] differ in more than axis 1',
    ],
    [() => build.concatenate([], 0), 'concatenate: takes at least one tensor'],
    [() => build.gather(of([]), ints(1)), 'gather: takes rows from a table, but was given a scalar'],
    [() => build.scatterAdd(ints(4), of([5, 2]), 9), "scatterAdd: [4] indices can't place updates [5, 2]"],
    [() => build.random('noise', [3], ints(3)), 'random: takes a key of shape [4], but was given [3]'],
    [() => build.literal([1, 2, 3], [2, 2]), "literal: 3 numbers don't fill the shape [2, 2]"],
    [() => build.constant(0, [2, -1]), 'constant: [2, -1] is no shape; sizes are whole numbers from 0'],
    [() => mean(of([0, 3])), 'mean: there is nothing to average in [0, 3]'],
    [() => mean(of([0, 3]), 0), 'mean: there is nothing to average in [0, 3]'],
  ])('%s', (run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(expect.objectContaining({ code: 'shape' }) as Error);
  });

  it.each<[() => unknown, string]>([
    [
      () => build.add(of([3]), ints(3)),
      'add: takes tensors of one dtype, but was given f32[3] and i32[3]; cast one of them',
    ],
    [() => build.exp(ints(3)), 'exp: takes f32, but was given i32[3]'],
    [() => build.negate(of([3], 'u8')), 'negate: takes f32 or i32, but was given u8[3]'],
    [() => build.select(ints(3), of([3]), of([3])), 'select: takes f32, but was given i32[3]'],
    [() => build.matmul(ints(3, 3), ints(3, 3)), 'matmul: takes f32, but was given i32[3, 3]'],
    [() => build.gather(of([3]), of([3])), 'gather: takes i32, but was given f32[3]'],
    [() => build.sum(of([3], 'u8')), 'sum: takes f32 or i32, but was given u8[3]'],
    [() => build.concatenate([of([3]), ints(3)], 0), 'concatenate: takes tensors of one dtype'],
    [() => oneHot(of([3]), 4), 'oneHot: takes i32, but was given f32[3]'],
  ])('%s', (run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(NeumannError);
  });
});

describe('nothing is built where nothing happens', () => {
  const x = of([2, 3]);
  it('a reshape, broadcast or cast to what it is', () => {
    expect(build.reshape(x, [2, 3])).toBe(x);
    expect(build.broadcast(x, [2, 3])).toBe(x);
    expect(build.cast(x, 'f32')).toBe(x);
  });
  it('a sum or maximum over no axes', () => {
    expect(build.sum(x, [])).toBe(x);
    expect(build.max(of([]))).toMatchObject({ op: 'constant' });
  });
  it('a concatenation of one tensor', () => expect(build.concatenate([x], 0)).toBe(x));
});
