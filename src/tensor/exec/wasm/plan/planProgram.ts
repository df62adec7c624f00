import type { Layout, Program } from '../../../graph/program.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { readsOf, temporariesOf, writesOf } from './accesses.ts';
import { chooseAnchors } from './anchors.ts';
import { BufferTable, type DraftBuffer } from './bufferTable.ts';
import type { DraftCall } from './draft.ts';
import { NotAffine } from './expression.ts';
import { finishNest } from './finishNest.ts';
import { finishProduct } from './finishProduct.ts';
import { finishLibraryProduct, suitsLibrary } from './libraryProduct.ts';
import { formGroups } from './formGroups.ts';
import { lowerCall } from './lowerCall.ts';
import { normalise } from './normalise.ts';
import { aligned, type Lifetime, placeBuffers } from './placeBuffers.ts';
import { type Buffer, type BufferId, bytesOf, type Call, type Plan } from './plan.ts';
import { prune } from './prune.ts';
import { splitCalls } from './split.ts';
import { type Delivery, schedule } from './schedule.ts';

/** What may be planned beside our own kernels. */
export interface PlanOptions {
  /** Whether large products go to a library; asked once there is one that would. */
  readonly useLibrary?: () => boolean;
  /** How many threads there are to do it; 1 when left out. */
  readonly threads?: number;
  /** Whether they are at work on another program already. */
  readonly awake?: boolean;
}

/** A pure function from a program to the list of kernel calls that it is run by. */
export function planProgram(program: Program, layout: Layout, options: PlanOptions = {}): Plan {
  const plain = normalise(program);
  const forced = new Set<Tensor>();
  for (;;) {
    try {
      return planWith(plain, layout, forced, options);
    } catch (thrown) {
      if (!(thrown instanceof NotAffine) || forced.has(thrown.view)) throw thrown;
      forced.add(thrown.view);
    }
  }
}

/** `forced`: views that have to lie in memory, because they can't be read where their inputs lie. */
function planWith(program: Program, layout: Layout, forced: ReadonlySet<Tensor>, options: PlanOptions): Plan {
  const anchors = chooseAnchors(program, forced);
  const { groups, stored } = formGroups(program, anchors);
  const buffers = new BufferTable(layout);
  const drafts = groups.map((group) => lowerCall(group, anchors, buffers));
  const deliveries = program.assignments.map(({ slot }, i) => ({
    buffer: buffers.tensor(stored[i]),
    block: buffers.block(slot.block),
    slot,
  }));
  const kept = new Set(deliveries.map(({ buffer }) => buffer));
  const finished = prune(drafts, kept).flatMap((draft) => finish(draft, buffers, options));
  const { calls, direct } = schedule(finished, deliveries);
  const splits = splitCalls(calls, options.threads ?? 1, options.awake);
  return { name: program.name, calls, splits, ...placeAll(calls, buffers.list, direct) };
}

function finish(
  draft: DraftCall,
  buffers: BufferTable,
  { useLibrary, threads = 1 }: PlanOptions,
): Call | Call[] {
  if (draft.kernel === 'nest') return finishNest(draft);
  if (draft.kernel !== 'product') return draft;
  return suitsLibrary(draft) && useLibrary?.()
    ? finishLibraryProduct(draft, buffers)
    : finishProduct(draft, buffers, threads);
}

/** Slots lie in their blocks, everything else where there is room for as long as it is needed. */
function placeAll(
  calls: readonly Call[],
  drafts: readonly DraftBuffer[],
  direct: readonly Delivery[],
): Omit<Plan, 'name' | 'calls' | 'splits'> {
  const inSlot = new Map(direct.map((delivery) => [delivery.buffer, delivery]));
  const lifetimes = lifetimesOf(calls, drafts).filter(({ buffer }) => !inSlot.has(buffer));
  const { offsets, bytes } = placeBuffers(lifetimes);
  let literalBytes = 0;
  const buffers = drafts.map((draft, id): Buffer => {
    const { name, dtype, length, values } = draft;
    const common = { name, dtype, length };
    const delivery = inSlot.get(id);
    if (delivery) {
      const { block, offset } = delivery.slot;
      return { ...common, area: 'block', block, offset: offset * bytesOf(dtype) };
    }
    if (draft.kind === 'block') return { ...common, area: 'block', block: name, offset: 0 };
    if (draft.kind === 'literal') {
      const offset = literalBytes;
      literalBytes += aligned(length * bytesOf(dtype));
      return { ...common, area: 'literal', offset, values };
    }
    return { ...common, area: 'scratch', offset: offsets.get(id) ?? 0 };
  });
  return { buffers, scratchBytes: bytes, literalBytes };
}

function lifetimesOf(calls: readonly Call[], drafts: readonly DraftBuffer[]): readonly Lifetime[] {
  const spans = new Map<BufferId, { first: number; last: number }>();
  calls.forEach((call, at) => {
    const used = [...readsOf(call), ...writesOf(call)].map(({ buffer }) => buffer);
    for (const buffer of [...used, ...temporariesOf(call)]) {
      const span = spans.get(buffer);
      if (span) span.last = at;
      else spans.set(buffer, { first: at, last: at });
    }
  });
  return [...spans].flatMap(([buffer, span]) => {
    const { kind, dtype, length } = drafts[buffer];
    return kind === 'tensor' || kind === 'temporary'
      ? [{ buffer, bytes: length * bytesOf(dtype), ...span }]
      : [];
  });
}
