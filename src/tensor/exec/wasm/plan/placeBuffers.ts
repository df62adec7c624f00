import type { BufferId } from './plan.ts';

/** A buffer that needs room from the call `first` to the call `last`, both included. */
export interface Lifetime {
  readonly buffer: BufferId;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

export interface Placement {
  readonly offsets: ReadonlyMap<BufferId, number>;
  readonly bytes: number;
}

/** Vectors are read fastest where they don't straddle cache lines. */
const alignment = 64;

/**
 * Gives every buffer a place such that no two that live at the same time overlap: the largest first, each into the tightest
 * gap between those that live beside it.
 */
export function placeBuffers(lifetimes: readonly Lifetime[]): Placement {
  const placed: (Lifetime & { offset: number })[] = [];
  const offsets = new Map<BufferId, number>();
  let bytes = 0;
  for (const lifetime of [...lifetimes].sort((a, b) => b.bytes - a.bytes)) {
    const beside = placed.filter((other) => other.first <= lifetime.last && lifetime.first <= other.last);
    const offset = tightestGap(beside, aligned(lifetime.bytes));
    placed.push({ ...lifetime, offset });
    offsets.set(lifetime.buffer, offset);
    bytes = Math.max(bytes, offset + aligned(lifetime.bytes));
  }
  return { offsets, bytes };
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

function tightestGap(beside: readonly { offset: number; bytes: number }[], bytes: number): number {
  let end = 0;
  let best: { offset: number; size: number } | undefined;
  for (const other of [...beside].sort((a, b) => a.offset - b.offset)) {
    const size = other.offset - end;
    if (size >= bytes && (!best || size < best.size)) best = { offset: end, size };
    end = Math.max(end, other.offset + aligned(other.bytes));
  }
  return best?.offset ?? end;
}
