import { type FunctionBuilder, type FunctionHandle, i32, i32x4, type Local } from '../emit/index.ts';
import type { Level, NestCall, Split, StepId, Store } from '../plan/plan.ts';
import { Body, type Scope } from './body.ts';
import type { KernelContext } from './context.ts';
import type { Position } from './cursors.ts';
import { firstLanes, laneRuns } from './lanes.ts';
import { type Accumulator, mergeLanes, type Reducer, reducerFor } from './reducers.ts';
import { shareOf } from './share.ts';

/** Rounds after which a running sum is put aside, so that its rounding errors don't pile up. */
const roundsPerPart = 256;
/** From this length on a sum along the lanes runs in four vectors at once. */
const longLanes = 64;

/** Writes loops that compute expressions, reduce and store them: see `NestCall`. */
export function writeNest(context: KernelContext, call: NestCall, split?: Split): FunctionHandle {
  const parameters = split ? (['i32'] as const) : [];
  return context.module.function(parameters, undefined, (f) =>
    new NestWriter(f, context, call, split).write(),
  );
}

class NestWriter {
  readonly #f: FunctionBuilder;
  readonly #call: NestCall;
  readonly #body: Body;
  readonly #reducers: readonly Reducer[];
  readonly #splitAxis: number | undefined;
  readonly #threads: number;

  constructor(f: FunctionBuilder, context: KernelContext, call: NestCall, split: Split | undefined) {
    this.#f = f;
    this.#call = call;
    this.#splitAxis = split?.by === 'axis' ? split.axis : undefined;
    this.#threads = context.target.threads;
    this.#reducers = call.reductions.map(reducerFor);
    const pointMask = call.axes.reduce((mask, { reduced }, axis) => (reduced ? mask : mask | (1 << axis)), 0);
    const stores = call.levels.flatMap(({ pointStores, elementStores }) => [
      ...pointStores,
      ...elementStores,
    ]);
    this.#body = new Body(f, context, { steps: call.steps, stores, laneAxis: call.laneAxis, pointMask });
  }

  write(): void {
    const root = this.#body.root();
    this.#hoist(root, this.#call.levels);
    this.#loops(root, this.#axes(false), this.#call.levels, (point) => this.#levels(point));
  }

  /** The axes that are reduced, or those that aren't; the lanes' axis last. */
  #axes(reduced: boolean): readonly number[] {
    const axes = this.#call.axes.flatMap((axis, at) => (axis.reduced === reduced ? [at] : []));
    const { laneAxis } = this.#call;
    return [...axes.filter((axis) => axis !== laneAxis), ...axes.filter((axis) => axis === laneAxis)];
  }

  /** Opens one loop inside the other; `levels`: what is computed inside, to take out of the loops what can be. */
  #loops(
    scope: Scope,
    axes: readonly number[],
    levels: readonly Level[],
    body: (scope: Scope, counter?: Local<'i32'>) => void,
  ): void {
    const [axis, ...rest] = axes;
    if (axis === undefined) return body(scope);
    const open = (inner: Scope, counter?: Local<'i32'>): void => {
      if (rest.length > 0) {
        this.#hoist(inner, levels);
        this.#loops(inner, rest, levels, body);
      } else body(inner, counter);
    };
    if (axis === this.#call.laneAxis) this.#laneLoop(scope, axis, open);
    else
      this.#along(scope.position, axis, 1, this.#call.axes[axis].size, (position, counter) =>
        open(this.#body.inside(scope, { position, bound: scope.bound | (1 << axis) }), counter),
      );
  }

  /** All rounds, or this thread's share of them. */
  #along(
    from: Position,
    axis: number,
    step: number,
    rounds: number,
    body: (position: Position, counter: Local<'i32'>) => void,
  ): Position {
    if (axis !== this.#splitAxis) return from.along(this.#f, axis, step, rounds, body);
    const share = shareOf(this.#f, this.#f.parameter(0, 'i32'), rounds, this.#threads);
    return from.sharedAlong(this.#f, axis, step, rounds, share, body);
  }

  /** What is left of an axis is the last thread's. */
  #byOne(axis: number, body: () => void): void {
    if (axis !== this.#splitAxis) return body();
    const isLast = i32.eq(this.#f.parameter(0, 'i32'), i32.const(this.#threads - 1));
    this.#f.if(isLast, body);
  }

  /** Whole tiles of vectors in a loop, then what is left. */
  #laneLoop(scope: Scope, axis: number, open: (scope: Scope, counter?: Local<'i32'>) => void): void {
    const { size } = this.#call.axes[axis];
    const tile = 4 * this.#vectors(axis);
    const rounds = Math.floor(size / tile);
    const bound = scope.bound | (1 << axis);
    let { position } = scope;
    if (rounds > 0)
      position = this.#along(position, axis, tile, rounds, (at, counter) =>
        open(this.#body.inside(scope, { position: at, bound, runs: laneRuns(tile) }), counter),
      );
    const left = size - rounds * tile;
    if (left > 0)
      this.#byOne(axis, () => open(this.#body.inside(scope, { position, bound, runs: laneRuns(left) })));
  }

  /** How many vectors are computed side by side. Where sums run along the lanes, a rule of the length alone. */
  #vectors(axis: number): number {
    const { axes, steps } = this.#call;
    if (axes[axis].reduced) return axes[axis].size >= longLanes ? 4 : 1;
    return steps.length <= 16 ? 4 : steps.length <= 32 ? 2 : 1;
  }

  /** Everything that happens at one point (or at the points of one tile). */
  #levels(point: Scope): void {
    const passAxes = this.#axes(true);
    for (const level of this.#call.levels) {
      this.#hoist(point, [level]);
      this.#store(point, level.pointStores);
      if (level.reductions.length + level.elementStores.length > 0) this.#pass(point, level, passAxes);
    }
  }

  #pass(point: Scope, level: Level, axes: readonly number[]): void {
    const sums = level.reductions.map((id) => this.#startSums(id, point));
    this.#loops(point, axes.slice(0, -1), [level], (outer) => {
      if (outer !== point) this.#hoist(outer, [level]);
      this.#loops(outer, axes.slice(-1), [level], (scope, counter) => {
        for (const sum of sums) this.#take(scope, sum);
        this.#store(scope, level.elementStores);
        if (counter) for (const sum of sums) this.#putAsideEvery(counter, sum);
      });
      if (outer !== point) for (const sum of sums) this.#putAside(sum);
    });
    for (const sum of sums) this.#finish(point, sum);
  }

  #startSums(id: number, point: Scope): RunningReduction {
    const reducer = this.#reducers[id];
    const { laneAxis, axes } = this.#call;
    const alongLanes = laneAxis !== undefined && axes[laneAxis].reduced;
    const width = alongLanes ? this.#vectors(laneAxis) : Math.max(1, point.runs.length);
    const make = (): Accumulator[] => Array.from({ length: width }, () => reducer.start(this.#f));
    const isSum = this.#call.reductions[id].op === 'sum' && this.#rounds() > 2 * roundsPerPart;
    return { id, reducer, alongLanes, parts: make(), totals: isSum ? make() : undefined };
  }

  /** Rounds of the loops over the reduced axes. */
  #rounds(): number {
    const { axes, laneAxis } = this.#call;
    return axes.reduce((product, { size, reduced }, axis) => {
      if (!reduced) return product;
      return product * (axis === laneAxis ? Math.ceil(size / (4 * this.#vectors(axis))) : size);
    }, 1);
  }

  #take(scope: Scope, { id, reducer, alongLanes, parts }: RunningReduction): void {
    const { step, position } = this.#call.reductions[id];
    parts.forEach((part, run) => {
      if (run >= Math.max(1, scope.runs.length)) return;
      const x = this.#body.value(scope, step, run);
      const index = position === undefined ? undefined : this.#body.value(scope, position, run);
      const isPartial = alongLanes && scope.runs[run].lanes < 4;
      reducer.take(this.#f, part, x, index, isPartial ? firstLanes(scope.runs[run].lanes) : undefined);
    });
  }

  #putAsideEvery(counter: Local<'i32'>, sum: RunningReduction): void {
    if (!sum.totals) return;
    const isDue = i32.eqz(i32.and(counter, i32.const(roundsPerPart - 1)));
    this.#f.if(isDue, () => this.#putAside(sum));
  }

  #putAside({ reducer, parts, totals = [] }: RunningReduction): void {
    totals.forEach((total, run) => {
      reducer.merge(this.#f, total, parts[run]);
      for (const local of parts[run]) this.#f.set(local, i32x4.const(0));
    });
  }

  /** Makes the results known at the point. */
  #finish(point: Scope, sum: RunningReduction): void {
    const { id, reducer, alongLanes, totals } = sum;
    if (totals) this.#putAside(sum);
    const parts = totals ?? sum.parts;
    if (alongLanes) {
      for (let apart = 1; apart < parts.length; apart *= 2)
        for (let at = 0; at + apart < parts.length; at += 2 * apart)
          reducer.merge(this.#f, parts[at], parts[at + apart]);
      mergeLanes(this.#f, reducer, parts[0]);
    }
    const results = (alongLanes ? parts.slice(0, 1) : parts).map((part) => reducer.result(part));
    this.#call.steps.forEach((step, stepId) => {
      if (step.kind === 'result' && step.reduction === id) this.#body.define(point, stepId, results);
    });
  }

  /** All values before the first store: a store may overwrite what another one's expression reads. */
  #store(scope: Scope, stores: readonly Store[]): void {
    const runs = Math.max(1, scope.runs.length);
    for (let run = 0; run < runs; run++) {
      const values = stores.map(({ step }) => this.#body.value(scope, step, run));
      stores.forEach((store, at) => {
        for (const statement of this.#body.store(scope, store, values[at], run)) this.#f.do(statement);
      });
    }
  }

  #hoist(scope: Scope, levels: readonly Level[]): void {
    this.#body.hoist(
      scope,
      levels.flatMap((level) => this.#wanted(level)),
    );
  }

  #wanted({ pointStores, reductions, elementStores }: Level): readonly StepId[] {
    const reduced = reductions.map((id) => this.#call.reductions[id]);
    return [...pointStores, ...reduced, ...elementStores].map(({ step }) => step);
  }
}

/** A reduction on its way. */
interface RunningReduction {
  readonly id: number;
  readonly reducer: Reducer;
  /** Whether the lanes hold parts of one sum, rather than sums of their own. */
  readonly alongLanes: boolean;
  readonly parts: readonly Accumulator[];
  readonly totals: readonly Accumulator[] | undefined;
}
