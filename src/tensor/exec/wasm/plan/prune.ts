import { type DraftCall, type Loops, operandsOf } from './draft.ts';
import {
  type BufferId,
  inputsOf,
  type Level,
  type Reduction,
  type Step,
  type StepId,
  type Store,
} from './plan.ts';

/**
 * Leaves out what nobody reads: stores of tensors that are only used where they are computed, then the steps and reductions
 * that only those needed. `kept`: buffers that outlive the program. Calls that do nothing any more are dropped.
 */
export function prune(calls: readonly DraftCall[], kept: ReadonlySet<BufferId>): DraftCall[] {
  const read = new Set(kept);
  const pruned: DraftCall[] = [];
  for (const call of calls.toReversed()) {
    const rest =
      call.kernel === 'nest' || call.kernel === 'product' ? { ...call, ...pruneLoops(call, read) } : call;
    if ('levels' in rest && rest.levels.length === 0) continue;
    for (const buffer of operandsOf(rest)) read.add(buffer);
    pruned.push(rest);
  }
  return pruned.reverse();
}

/** Also adds to `read` what the loops load. */
function pruneLoops(loops: Loops, read: Set<BufferId>): Omit<Loops, 'space'> {
  const live = new Set<StepId>();
  for (let before = -1; before !== live.size;) {
    before = live.size;
    for (const { step } of allStores(loops).filter(({ buffer }) => read.has(buffer)))
      markLive(step, loops, live);
    for (const id of live) {
      const step = loops.steps[id];
      if (step.kind === 'load') read.add(step.buffer);
    }
  }
  return renumber(loops, live, read);
}

function allStores({ levels }: Pick<Loops, 'levels'>): Store[] {
  return levels.flatMap(({ pointStores, elementStores }) => [...pointStores, ...elementStores]);
}

function markLive(id: StepId, loops: Loops, live: Set<StepId>): void {
  if (live.has(id)) return;
  live.add(id);
  const step = loops.steps[id];
  for (const input of inputsOf(step)) markLive(input, loops, live);
  if (step.kind !== 'result') return;
  const reduction = loops.reductions[step.reduction];
  markLive(reduction.step, loops, live);
  if (reduction.position !== undefined) markLive(reduction.position, loops, live);
}

/** Takes over what is live, under new numbers. */
function renumber(
  loops: Loops,
  live: ReadonlySet<StepId>,
  read: ReadonlySet<BufferId>,
): Omit<Loops, 'space'> {
  const results = [...live].map((id) => loops.steps[id]).filter((step) => step.kind === 'result');
  const liveReductions = new Set(results.map((step) => step.reduction));
  const stepNumber = numbering(loops.steps.length, (id) => live.has(id));
  const reductionNumber = numbering(loops.reductions.length, (id) => liveReductions.has(id));
  const moveStep = (step: Step): Step => {
    if (step.kind === 'result') return { ...step, reduction: reductionNumber[step.reduction] };
    return 'inputs' in step ? { ...step, inputs: step.inputs.map((input) => stepNumber[input]) } : step;
  };
  const moveReduction = (reduction: Reduction): Reduction => ({
    ...reduction,
    step: stepNumber[reduction.step],
    position: reduction.position === undefined ? undefined : stepNumber[reduction.position],
  });
  const moveStores = (stores: readonly Store[]): Store[] =>
    stores
      .filter(({ buffer }) => read.has(buffer))
      .map((store) => ({ ...store, step: stepNumber[store.step] }));
  const levels = loops.levels.map(({ pointStores, reductions, elementStores }) => ({
    pointStores: moveStores(pointStores),
    reductions: reductions.filter((id) => liveReductions.has(id)).map((id) => reductionNumber[id]),
    elementStores: moveStores(elementStores),
  }));
  return {
    steps: loops.steps.filter((_, id) => live.has(id)).map(moveStep),
    reductions: loops.reductions.filter((_, id) => liveReductions.has(id)).map(moveReduction),
    levels: withoutEmptyEnd(levels),
  };
}

function numbering(count: number, isKept: (id: number) => boolean): number[] {
  let next = 0;
  return Array.from({ length: count }, (_, id) => (isKept(id) ? next++ : -1));
}

function withoutEmptyEnd(levels: readonly Level[]): readonly Level[] {
  const last = levels.findLastIndex(
    (level) => level.pointStores.length + level.reductions.length + level.elementStores.length > 0,
  );
  return levels.slice(0, last + 1);
}
