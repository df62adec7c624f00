import type { Affine } from './loopSpace.ts';
import {
  type BufferId,
  type Call,
  inputsOf,
  type MatrixOperand,
  type NestCall,
  type ProductCall,
  type Step,
  type StepId,
  type Store,
  type Window,
} from './plan.ts';

/** What a call reads or writes of a buffer, in elements. */
export interface Access {
  readonly buffer: BufferId;
  readonly from: number;
  readonly end: number;
  /** Where each round of the call's loops is; undefined if rounds aren't all that is known of it. */
  readonly place?: Affine;
  /** When within a round: a read's last time, a write's first. Reads come before writes of the same time. */
  readonly time: number;
}

export function readsOf(call: Call): readonly Access[] {
  switch (call.kernel) {
    case 'nest':
      return loads(call.steps, nestSizes(call), lastTimes(call));
    case 'product':
      return [
        matrixAccess(call.a, [call.batch, call.m, call.k]),
        matrixAccess(call.b, [call.batch, call.k, call.n]),
        ...loads(call.steps, productSizes(call), () => 0),
      ];
    case 'library':
      return [
        matrixAccess(call.a, [call.batch, call.m, call.k]),
        matrixAccess(call.b, [call.batch, call.k, call.n]),
      ];
    case 'gather':
      return [span(call.table, call.rows * call.width), span(call.indices, call.count)];
    case 'scatterAdd':
      return [span(call.indices, call.count), span(call.updates, call.count * call.width)];
    case 'copy':
      return [span(call.from, call.length)];
  }
}

export function writesOf(call: Call): readonly Access[] {
  switch (call.kernel) {
    case 'nest':
      return call.levels.flatMap(({ pointStores, elementStores }, level) => [
        ...pointStores.map((store) => storeAccess(store, nestSizes(call), 2 * level)),
        ...elementStores.map((store) => storeAccess(store, nestSizes(call), 2 * level + 1)),
      ]);
    case 'product':
      return call.stores.map((store) => storeAccess(store, productSizes(call), 0));
    case 'library':
      return [matrixAccess(call.c, [call.batch, call.m, call.n])];
    case 'gather':
      return [span(call.output, call.count * call.width)];
    case 'scatterAdd':
      return [span(call.output, call.rows * call.width)];
    case 'copy':
      return [span(call.to, call.length)];
  }
}

export function temporariesOf(call: Call): readonly BufferId[] {
  if (call.kernel !== 'product') return [];
  return Object.values(call.packing).filter((buffer) => buffer !== undefined);
}

function nestSizes(call: NestCall): readonly number[] {
  return call.axes.map(({ size }) => size);
}

function productSizes({ batch, m, n }: ProductCall): readonly number[] {
  return [batch, m, n];
}

function loads(
  steps: readonly Step[],
  sizes: readonly number[],
  lastTime: (step: StepId) => number,
): readonly Access[] {
  return steps.flatMap((step, id) =>
    step.kind === 'load' ? [placed(step.buffer, step.place, sizes, lastTime(id))] : [],
  );
}

function storeAccess({ buffer, place }: Store, sizes: readonly number[], time: number): Access {
  return placed(buffer, place, sizes, time);
}

function placed(buffer: BufferId, place: Affine, sizes: readonly number[], time: number): Access {
  const last = place.coefficients.reduce((at, step, axis) => at + step * (sizes[axis] - 1), place.offset);
  return { buffer, from: place.offset, end: last + 1, place, time };
}

function matrixAccess(matrix: MatrixOperand, sizes: readonly number[]): Access {
  const { buffer, offset, batchStride, rowStride, columnStride } = matrix;
  const place = { offset, coefficients: [batchStride, rowStride, columnStride] };
  return { ...placed(buffer, place, sizes, 0), place: undefined };
}

function span({ buffer, offset }: Window, length: number): Access {
  return { buffer, from: offset, end: offset + length, time: 0 };
}

/** For each step the last time within a point that something needs it. */
function lastTimes(call: NestCall): (step: StepId) => number {
  const last = call.steps.map(() => 0);
  const mark = (id: StepId, time: number): void => {
    last[id] = Math.max(last[id], time);
  };
  call.levels.forEach(({ pointStores, reductions, elementStores }, level) => {
    for (const { step } of pointStores) mark(step, 2 * level);
    for (const { step } of elementStores) mark(step, 2 * level + 1);
    for (const id of reductions) mark(call.reductions[id].step, 2 * level + 1);
  });
  for (let id = call.steps.length - 1; id >= 0; id--)
    for (const input of inputsOf(call.steps[id])) mark(input, last[id]);
  return (id) => last[id];
}
