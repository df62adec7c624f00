import {
  copyMemory,
  f32x4,
  type FunctionBuilder,
  type FunctionHandle,
  i32,
  type I32,
  type Local,
  zeroFill,
} from '../emit/index.ts';
import { bytesOf, type GatherCall, type ScatterAddCall, type Window } from '../plan/plan.ts';
import type { KernelContext } from './context.ts';
import { laneRuns, loadLanes, storeLanes } from './lanes.ts';

/** Rows longer than this many bytes are left to the engine's own copy. */
const longRow = 256;

/**
 * Both kernels give 0, or the number (from 1) of the first index that lies outside of the table; they stop there, before
 * anything outside of the table is touched.
 */

/** Copies rows of a table, by their indices. */
export function writeGather(context: KernelContext, call: GatherCall): FunctionHandle<'i32'> {
  const bytes = call.width * bytesOf(context.dtype(call.table.buffer));
  return context.module.function([], 'i32', (f) => {
    const to = f.let(i32.const(addressOf(context, call.output)));
    forEachIndex(f, context, call, (index) => {
      const from = f.let(rowAddress(addressOf(context, call.table), index, bytes));
      copyRow(f, to, from, bytes);
      f.advance(to, bytes);
    });
    return i32.const(0);
  });
}

/** Adds rows to the rows of a table of zeros, by their indices, in ascending order. */
export function writeScatterAdd(context: KernelContext, call: ScatterAddCall): FunctionHandle<'i32'> {
  const bytes = 4 * call.width;
  return context.module.function([], 'i32', (f) => {
    const output = addressOf(context, call.output);
    f.do(zeroFill(i32.const(output), i32.const(bytes * call.rows)));
    const from = f.let(i32.const(addressOf(context, call.updates)));
    forEachIndex(f, context, call, (index) => {
      addRow(f, f.let(rowAddress(output, index, bytes)), from, call.width);
      f.advance(from, bytes);
    });
    return i32.const(0);
  });
}

function forEachIndex(
  f: FunctionBuilder,
  context: KernelContext,
  { indices, count, rows }: Pick<GatherCall, 'indices' | 'count' | 'rows'>,
  body: (index: Local<'i32'>) => void,
): void {
  const number = f.local('i32');
  const cursor = f.let(i32.const(addressOf(context, indices)));
  f.count(number, 1, count + 1, 1, () => {
    const index = f.let(i32.load(cursor));
    f.if(i32.ge_u(index, i32.const(rows)), () => f.return(number));
    body(index);
    f.advance(cursor, 4);
  });
}

function copyRow(f: FunctionBuilder, to: I32, from: I32, bytes: number): void {
  if (bytes > longRow) return f.do(copyMemory(to, from, i32.const(bytes)));
  const dtype = bytes % 4 === 0 ? 'f32' : 'u8';
  const stride = dtype === 'f32' ? 4 : 1;
  for (const { offset, lanes } of laneRuns(bytes / stride)) {
    const value = f.let(loadLanes({ address: from, offset: offset * stride, stride, dtype }, lanes));
    for (const statement of storeLanes({ address: to, offset: offset * stride, stride, dtype }, value, lanes))
      f.do(statement);
  }
}

function addRow(f: FunctionBuilder, to: Local<'i32'>, from: Local<'i32'>, width: number): void {
  const whole = Math.floor(width / 16);
  const source = f.let(from);
  const add = (count: number): void => {
    for (const { offset, lanes } of laneRuns(count)) {
      const [target, update] = [to, source].map((address) => ({
        address,
        offset: 4 * offset,
        stride: 4,
        dtype: 'f32' as const,
      }));
      const sum = f.let(f32x4.add(loadLanes(target, lanes), loadLanes(update, lanes)));
      for (const statement of storeLanes(target, sum, lanes)) f.do(statement);
    }
  };
  if (whole > 0)
    f.count(f.local('i32'), 0, whole, 1, () => {
      add(16);
      f.advance(to, 64);
      f.advance(source, 64);
    });
  add(width - 16 * whole);
}

function rowAddress(table: number, index: I32, bytes: number): I32 {
  return i32.add(i32.mul(index, i32.const(bytes)), i32.const(table));
}

function addressOf(context: KernelContext, { buffer, offset }: Window): number {
  return context.address(buffer) + offset * bytesOf(context.dtype(buffer));
}
