import { type Access, readsOf, temporariesOf, writesOf } from './accesses.ts';
import { type BufferId, bytesOf, type Call, type Plan } from './plan.ts';

/** Bytes of a block, of the temporaries or of the literals. */
interface Stretch {
  readonly place: string;
  readonly from: number;
  readonly end: number;
}

interface Touched {
  readonly reads: readonly Stretch[];
  readonly writes: readonly Stretch[];
  /** Whether threads share the call; else the first one does it alone. */
  readonly isShared: boolean;
}

/**
 * For each call of a shared plan whether all threads wait for one another before it: where it touches what another thread may be at work
 * on since the last wait. What the first thread does alone needs no wait among itself. One more says whether they wait at the end.
 */
export function waitsOf(plan: Plan): readonly boolean[] {
  let since: Touched[] = [];
  const waits = plan.calls.map((call, at) => {
    const own = touchedBy(plan, call, plan.splits[at] !== undefined);
    const must = since.some((other) => (own.isShared || other.isShared) && conflict(own, other));
    since = must ? [own] : [...since, own];
    return must;
  });
  return [...waits, since.some(({ isShared }) => isShared)];
}

function touchedBy(plan: Plan, call: Call, isShared: boolean): Touched {
  const temporaries = temporariesOf(call).map((buffer) =>
    stretch(plan, buffer, 0, plan.buffers[buffer].length),
  );
  const stretches = (accesses: readonly Access[]): Stretch[] =>
    accesses.map(({ buffer, from, end }) => stretch(plan, buffer, from, end));
  return {
    reads: stretches(readsOf(call)),
    writes: [...stretches(writesOf(call)), ...temporaries],
    isShared,
  };
}

function stretch({ buffers }: Plan, buffer: BufferId, from: number, end: number): Stretch {
  const { area, block, offset, dtype } = buffers[buffer];
  const bytes = bytesOf(dtype);
  return {
    place: area === 'block' ? `block ${block}` : area,
    from: offset + bytes * from,
    end: offset + bytes * end,
  };
}

function conflict(one: Touched, other: Touched): boolean {
  return meet(one.writes, other.writes) || meet(one.writes, other.reads) || meet(one.reads, other.writes);
}

function meet(some: readonly Stretch[], others: readonly Stretch[]): boolean {
  return some.some((a) => others.some((b) => a.place === b.place && a.from < b.end && b.from < a.end));
}
