import type { DType } from '../../../graph/tensor.ts';
import { type I32, i32, i32x4, type Statement, type V128, v128 } from '../emit/index.ts';
import { narrowToBytes, widenBytes } from './elementwise.ts';

/** Up to four neighbours along the lane axis, `offset` elements after where the loops are. */
export interface LaneRun {
  readonly offset: number;
  readonly lanes: number;
}

/** How the lanes lie in memory. */
export interface LanePlace {
  readonly address: I32;
  /** Bytes after the address. */
  readonly offset: number;
  /** Bytes from lane to lane; 0 where all lanes are one number. */
  readonly stride: number;
  readonly dtype: DType;
}

/** Four elements, or as many as there are; what the other lanes hold does not matter. */
export function loadLanes({ address, offset, stride, dtype }: LanePlace, lanes: number): V128 {
  if (dtype === 'u8') return loadBytes(address, offset, stride, lanes);
  if (stride === 0) return v128.load32_splat(address, offset);
  if (stride !== 4) return loadApart(address, offset, stride, lanes);
  if (lanes === 4) return v128.load(address, offset);
  if (lanes === 1) return v128.load32_zero(address, offset);
  const two = v128.load64_zero(address, offset);
  return lanes === 2 ? two : v128.load32_lane(2, two, address, offset + 8);
}

function loadApart(address: I32, offset: number, stride: number, lanes: number): V128 {
  let value = v128.load32_zero(address, offset);
  for (let lane = 1; lane < lanes; lane++)
    value = v128.load32_lane(lane, value, address, offset + lane * stride);
  return value;
}

function loadBytes(address: I32, offset: number, stride: number, lanes: number): V128 {
  if (stride === 0) return i32x4.splat(i32.load8_u(address, offset));
  if (stride === 1 && lanes === 4) return widenBytes(v128.load32_zero(address, offset));
  let value = i32x4.splat(i32.load8_u(address, offset));
  for (let lane = 1; lane < lanes; lane++)
    value = i32x4.replace_lane(lane, value, i32.load8_u(address, offset + lane * stride));
  return value;
}

/** `value` is a local or a constant: it may be read several times. */
export function storeLanes(
  { address, offset, stride, dtype }: LanePlace,
  value: V128,
  lanes: number,
): readonly Statement[] {
  if (dtype === 'u8') return storeBytes(address, offset, stride, value, lanes);
  if (stride !== 4 || lanes === 1)
    return each(lanes, (lane) => v128.store32_lane(lane, address, value, offset + lane * stride));
  if (lanes === 4) return [v128.store(address, value, offset)];
  const two = v128.store64_lane(0, address, value, offset);
  return lanes === 2 ? [two] : [two, v128.store32_lane(2, address, value, offset + 8)];
}

function storeBytes(
  address: I32,
  offset: number,
  stride: number,
  value: V128,
  lanes: number,
): readonly Statement[] {
  if (stride === 1 && lanes === 4) return [v128.store32_lane(0, address, narrowToBytes(value), offset)];
  return each(lanes, (lane) => v128.store8_lane(4 * lane, address, value, offset + lane * stride));
}

function each(lanes: number, make: (lane: number) => Statement): readonly Statement[] {
  return Array.from({ length: lanes }, (_, lane) => make(lane));
}

/** Runs of four that cover a number of neighbours; the last may be shorter. */
export function laneRuns(count: number): readonly LaneRun[] {
  return Array.from({ length: Math.ceil(count / 4) }, (_, run) => ({
    offset: 4 * run,
    lanes: Math.min(4, count - 4 * run),
  }));
}

/** All bits 1 in the first lanes. */
export function firstLanes(lanes: number): V128 {
  return i32x4.const([0, 1, 2, 3].map((lane) => (lane < lanes ? -1 : 0)) as [number, number, number, number]);
}
