import type { View } from '../../tensor/index.ts';

export type Numbers = Float32Array | Float64Array | Int32Array;

/** From so many numbers a row on, the engine's own copying is faster than a loop, though it takes a window on each row. */
const WIDE = 96;
/** A table of so many numbers does not lie in a core's own cache. */
const FAR = 2 ** 19;
/** Rows that are waited for together, and what of them then lies in the nearest cache. */
const TOGETHER = 32;
/** Numbers that come with one access to memory. */
const LINE = 16;

/** Copies rows `order[start]` to `order[end - 1]` of `from`, or without an order its rows `start` to `end - 1`, to the beginning of `to`. */
export function gather(
  to: View,
  from: Numbers,
  width: number,
  order: Int32Array | undefined,
  start: number,
  end: number,
): void {
  const first = order ? order[start] : start;
  if (order === undefined || isRun(order, start, end))
    to.set(from.subarray(first * width, (first + end - start) * width));
  else if (width === 1) gatherNumbers(to, from, order, start, end);
  else gatherRows(to, from, width, order, start, end);
}

/** Whether an order goes through these rows as they stand in the table: they are then copied in one piece. */
function isRun(order: Int32Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (order[at] !== order[at - 1] + 1) return false;
  return true;
}

function gatherNumbers(to: View, from: Numbers, order: Int32Array, start: number, end: number): void {
  for (let at = start, out = 0; at < end; at++) to[out++] = from[order[at]];
}

/**
 * Each row of a large table is far away, and a loop that copies one after the other waits for each. So some rows are first touched, with
 * so little between that the processor asks for many at once: twice as fast at a million rows of 30. Of wide rows the beginning is
 * enough: what follows is fetched ahead.
 */
function gatherRows(
  to: View,
  from: Numbers,
  width: number,
  order: Int32Array,
  start: number,
  end: number,
): void {
  const isWide = width >= WIDE;
  const isFar = from.length >= FAR && width >= LINE;
  for (let at = start, out = 0; at < end; at += TOGETHER, out += TOGETHER * width) {
    const next = Math.min(end, at + TOGETHER);
    if (isFar) touched[0] = touch(from, width, isWide ? 2 * LINE : width, order, at, next);
    if (isWide) copyWindows(to, out, from, width, order, at, next);
    else copyNumbers(to, out, from, width, order, at, next);
  }
}

function copyNumbers(
  to: View,
  begin: number,
  from: Numbers,
  width: number,
  order: Int32Array,
  start: number,
  end: number,
): void {
  for (let at = start, out = begin; at < end; at++) {
    const base = order[at] * width;
    for (let column = 0; column < width; column++) to[out++] = from[base + column];
  }
}

function copyWindows(
  to: View,
  begin: number,
  from: Numbers,
  width: number,
  order: Int32Array,
  start: number,
  end: number,
): void {
  for (let at = start, out = begin; at < end; at++, out += width)
    to.set(from.subarray(order[at] * width, (order[at] + 1) * width), out);
}

/** Keeps what is read for nothing but its coming near from being left out as unused. */
const touched = new Float64Array(1);

/** Reads once from each line of the first `reach` numbers of each row. */
function touch(
  from: Numbers,
  width: number,
  reach: number,
  order: Int32Array,
  start: number,
  end: number,
): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const base = order[at] * width;
    for (let column = 0; column < reach; column += LINE) sum += from[base + column];
    sum += from[base + reach - 1];
  }
  return sum;
}
