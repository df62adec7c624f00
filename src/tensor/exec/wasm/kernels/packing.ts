import { type FunctionBuilder, i32, i32x4, type I32, type Local, type V128, v128 } from '../emit/index.ts';
import { type LaneRun, loadLanes, storeLanes } from './lanes.ts';

/** A matrix whose elements (depth, across) lie `depthStride` and `acrossStride` bytes apart. */
export interface Source {
  readonly address: I32;
  readonly depth: number;
  readonly depthStride: number;
  readonly acrossStride: number;
}

/**
 * Copies a strip of a matrix so that for each depth the elements across lie side by side: what a tile then reads in one go
 * from beginning to end. `width`: floats from one depth to the next in the copy.
 */
export function writePack(
  f: FunctionBuilder,
  source: Source,
  to: I32,
  runs: readonly LaneRun[],
  width: number,
): void {
  const from = f.let(source.address);
  const into = f.let(to);
  const blocked = liesAcross(source.depthStride, source.acrossStride);
  const rounds = blocked ? Math.floor(source.depth / 4) : 0;
  if (rounds > 0)
    repeat(f, rounds, () => {
      for (const run of runs) copyTransposed(f, source, from, into, run, width);
      f.advance(from, 16);
      f.advance(into, 16 * width);
    });
  const left = source.depth - 4 * rounds;
  if (left > 0)
    repeat(f, left, () => {
      for (const run of runs) copyRow(f, source, from, into, run);
      f.advance(from, source.depthStride);
      f.advance(into, 4 * width);
    });
}

function repeat(f: FunctionBuilder, rounds: number, body: () => void): void {
  f.count(f.local('i32'), 0, rounds, 1, body);
}

function copyRow(f: FunctionBuilder, { acrossStride }: Source, from: I32, into: I32, run: LaneRun): void {
  const offset = run.offset * acrossStride;
  const value = f.let(loadLanes({ address: from, offset, stride: acrossStride, dtype: 'f32' }, run.lanes));
  const place = { address: into, offset: 4 * run.offset, stride: 4, dtype: 'f32' } as const;
  for (const statement of storeLanes(place, value, run.lanes)) f.do(statement);
}

/** Four depths of up to four elements across, which lie along memory the other way round. */
function copyTransposed(
  f: FunctionBuilder,
  { acrossStride }: Source,
  from: I32,
  into: I32,
  run: LaneRun,
  width: number,
): void {
  loadTransposed(f, from, run, acrossStride).forEach((column, depth) => {
    const place = {
      address: into,
      offset: 4 * (depth * width + run.offset),
      stride: 4,
      dtype: 'f32',
    } as const;
    for (const statement of storeLanes(place, column, run.lanes)) f.do(statement);
  });
}

/** Whether what is wanted side by side lies along memory the other way round, so that it is read four by four and turned. */
export function liesAcross(depthStride: number, acrossStride: number): boolean {
  return depthStride === 4 && acrossStride !== 4;
}

/** Of elements that lie along memory the other way round, `acrossStride` bytes apart, those of a run at four depths, one vector each. */
export function loadTransposed(
  f: FunctionBuilder,
  from: I32,
  { offset, lanes }: LaneRun,
  acrossStride: number,
): readonly Local<'v128'>[] {
  const row = (lane: number): Local<'v128'> =>
    f.let(v128.load(from, (offset + Math.min(lane, lanes - 1)) * acrossStride));
  return transposeLanes(f, [row(0), row(1), row(2), row(3)]);
}

type Four = readonly [V128, V128, V128, V128];

function transposeLanes(f: FunctionBuilder, [a, b, c, d]: Four): readonly Local<'v128'>[] {
  const lowAb = f.let(i32x4.shuffle([0, 4, 1, 5], a, b));
  const highAb = f.let(i32x4.shuffle([2, 6, 3, 7], a, b));
  const lowCd = f.let(i32x4.shuffle([0, 4, 1, 5], c, d));
  const highCd = f.let(i32x4.shuffle([2, 6, 3, 7], c, d));
  return [
    f.let(i32x4.shuffle([0, 1, 4, 5], lowAb, lowCd)),
    f.let(i32x4.shuffle([2, 3, 6, 7], lowAb, lowCd)),
    f.let(i32x4.shuffle([0, 1, 4, 5], highAb, highCd)),
    f.let(i32x4.shuffle([2, 3, 6, 7], highAb, highCd)),
  ];
}

/** An address as an expression of a running offset and a constant. */
export function at(offset: I32, constant: number): I32 {
  return i32.add(offset, i32.const(constant));
}
