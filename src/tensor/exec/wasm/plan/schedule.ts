import { type Slot, sizeOf } from '../../../graph/tensor.ts';
import { type Access, readsOf, writesOf } from './accesses.ts';
import { sameCoefficients } from './loopSpace.ts';
import type { BufferId, Call } from './plan.ts';

/** An assignment: the buffer that is computed, and the slot that is to hold it. */
export interface Delivery {
  readonly buffer: BufferId;
  /** The buffer of the slot's block. */
  readonly block: BufferId;
  readonly slot: Slot;
}

export interface Schedule {
  readonly calls: readonly Call[];
  /** Deliveries computed right in their slots; all others are computed aside and copied at the end. */
  readonly direct: readonly Delivery[];
}

/**
 * Puts the calls in an order in which old contents of slots are read before they are overwritten. A value is computed in its
 * slot if no later call needs what was there, and the call itself reads it only where, and before, it writes. Calls keep
 * their order where nothing speaks against it.
 */
export function schedule(calls: readonly Call[], deliveries: readonly Delivery[]): Schedule {
  const accesses = calls.map((call) => ({ reads: readsOf(call), writes: writesOf(call) }));
  const before = dependencies(accesses);
  const direct = deliveries.filter((delivery) => tryDirect(delivery, accesses, before));
  const order = inOrder(before);
  const copies = deliveries.filter((delivery) => !direct.includes(delivery)).map(copyOf);
  return { calls: [...order.map((at) => calls[at]), ...copies], direct };
}

interface Accesses {
  readonly reads: readonly Access[];
  readonly writes: readonly Access[];
}

function copyOf({ buffer, block, slot }: Delivery): Call {
  const length = sizeOf(slot.shape);
  return { kernel: 'copy', from: { buffer, offset: 0 }, to: { buffer: block, offset: slot.offset }, length };
}

/** For each call the earlier ones that it needs: those that wrote what it reads, or an earlier piece of what it writes. */
function dependencies(accesses: readonly Accesses[]): Set<number>[] {
  const writers = new Map<BufferId, number[]>();
  return accesses.map(({ reads, writes }, at) => {
    const needed = new Set([...reads, ...writes].flatMap(({ buffer }) => writers.get(buffer) ?? []));
    for (const { buffer } of writes) writers.set(buffer, [...(writers.get(buffer) ?? []), at]);
    needed.delete(at);
    return needed;
  });
}

/** If the delivery can be computed in its slot, adds what has to come before that, and says so. */
function tryDirect(delivery: Delivery, accesses: readonly Accesses[], before: Set<number>[]): boolean {
  const { buffer, block, slot } = delivery;
  const end = slot.offset + sizeOf(slot.shape);
  const readsSlot = (read: Access): boolean =>
    read.buffer === block && read.from < end && read.end > slot.offset;
  const writers = indicesWhere(accesses, ({ writes }) => writes.some((write) => write.buffer === buffer));
  const readers = indicesWhere(accesses, ({ reads }) => reads.some(readsSlot));
  for (const writer of writers) {
    const { reads, writes } = accesses[writer];
    const own = writes.filter((write) => write.buffer === buffer);
    if (!reads.filter(readsSlot).every((read) => own.every((write) => isInPlace(read, write, slot.offset))))
      return false;
  }
  const added: [number, number][] = [];
  for (const writer of writers)
    for (const reader of readers) {
      if (reader === writer || before[writer].has(reader)) continue;
      if (needs(reader, writer, before)) {
        for (const [from, to] of added) before[to].delete(from);
        return false;
      }
      before[writer].add(reader);
      added.push([reader, writer]);
    }
  return true;
}

/** Whether each round reads what it overwrites itself, and nothing else, before it does. */
function isInPlace(read: Access, write: Access, slotOffset: number): boolean {
  if (!read.place || !write.place) return false;
  const sameOffset = read.place.offset === write.place.offset + slotOffset;
  return sameOffset && sameCoefficients(read.place, write.place) && read.time <= write.time;
}

function indicesWhere(accesses: readonly Accesses[], holds: (access: Accesses) => boolean): number[] {
  return accesses.flatMap((access, at) => (holds(access) ? [at] : []));
}

/** Whether `call` can only run after `other`. */
function needs(call: number, other: number, before: readonly ReadonlySet<number>[]): boolean {
  const pending = [call];
  const seen = new Set(pending);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === other) return true;
    for (const earlier of before[at])
      if (!seen.has(earlier)) {
        seen.add(earlier);
        pending.push(earlier);
      }
  }
  return false;
}

/** All calls, each after those that come before it; as near to their own order as that allows. */
function inOrder(before: readonly ReadonlySet<number>[]): number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  const place = (at: number): void => {
    if (placed.has(at)) return;
    placed.add(at);
    for (const earlier of before[at]) place(earlier);
    order.push(at);
  };
  before.forEach((_, at) => place(at));
  return order;
}
