import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reshape, slice, type Tensor, transpose } from '../../../index.ts';
import { literal } from '../../../ops/build/index.ts';
import {
  type Affine,
  loopsOver,
  type LoopSpace,
  placeOf,
  splitLoop,
  SplitNeeded,
  withoutOnes,
} from './loopSpace.ts';
import { isView } from './operations.ts';
import { throughView } from './throughView.ts';

/** Where a chain of views leads, for each round of the loops over its shape; undefined if it can't be said. */
function follow(view: Tensor): number[] | undefined {
  let space = loopsOver(withoutOnes(view.shape), []);
  for (;;) {
    try {
      const place = followOver(view, space);
      return place && enumerate(place, space);
    } catch (thrown) {
      if (!(thrown instanceof SplitNeeded)) throw thrown;
      space = splitLoop(space, thrown);
    }
  }
}

function followOver(view: Tensor, space: LoopSpace): Affine | undefined {
  const shape = withoutOnes(view.shape);
  const sources = shape.map((_, axis) => axis);
  let place: Affine | undefined = placeOf(space, shape, sources);
  for (let node = view; place && isView(node); [node] = node.inputs) place = throughView(node, place, space);
  return place;
}

function enumerate({ offset, coefficients }: Affine, space: LoopSpace): number[] {
  return space.reduce<number[]>(
    (places, { size }, loop) =>
      places.flatMap((at) => Array.from({ length: size }, (_, i) => at + i * coefficients[loop])),
    [offset],
  );
}

/** The same by moving numbers about. */
function moved(view: Tensor): number[] {
  if (!isView(view)) return Array.from(view.attributes.values as Float64Array);
  const from = moved(view.inputs[0]);
  if (view.op === 'reshape') return from;
  const [rows, columns] = view.inputs[0].shape;
  if (view.op === 'transpose')
    return Array.from(
      { length: from.length },
      (_, at) => from[(at % rows) * columns + Math.floor(at / rows)],
    );
  const [first, start] = view.attributes.starts as readonly number[];
  const [height, width] = view.shape;
  return Array.from(
    { length: height * width },
    (_, at) => from[(first + Math.floor(at / width)) * columns + start + (at % width)],
  );
}

const moves = fc.array(fc.tuple(fc.constantFrom('transpose', 'reshape', 'slice'), fc.nat()), {
  maxLength: 5,
});

it('leads through reshapes, transposes and slices to where the numbers lie', () => {
  let known = 0;
  fc.assert(
    fc.property(moves, (list) => {
      const view = list.reduce<Tensor>(
        apply,
        literal(
          Array.from({ length: 72 }, (_, i) => i),
          [8, 9],
        ),
      );
      const places = follow(view);
      if (places) expect(places).toEqual(moved(view));
      if (places && list.length > 2) known++;
    }),
    { numRuns: 500 },
  );
  expect(known).toBeGreaterThan(50);
});

function apply(x: Tensor, [move, choice]: [string, number]): Tensor {
  const [rows, columns] = x.shape;
  if (move === 'transpose') return transpose(x);
  if (move === 'slice') {
    const [top, left] = [choice % rows, choice % columns];
    return slice(x, [top, left], [rows - top, columns - left]);
  }
  const heights = [1, 2, 3, 4, 6, 8, 9, 12].filter((height) => (rows * columns) % height === 0);
  return reshape(x, [heights[choice % heights.length], -1]);
}
