import { hash32 } from '../../../../numeric/index.ts';
import {
  call,
  f32x4,
  type FunctionBuilder,
  type I32,
  i32,
  i32x4,
  type Statement,
  type V128,
  v128,
} from '../emit/index.ts';
import type { Affine } from '../plan/loopSpace.ts';
import {
  type ApplyStep,
  type BufferId,
  bytesOf,
  inputsOf,
  placeOfStep,
  type RandomStep,
  type Step,
  type StepId,
  type Store,
} from '../plan/plan.ts';
import type { KernelContext } from './context.ts';
import { Cursors, Position } from './cursors.ts';
import { applyOperation, convert, isCondition, maskOf } from './elementwise.ts';
import { addPhilox, addPhiloxBlock, writePhiloxPair } from './functions/philox.ts';
import { type LanePlace, type LaneRun, loadLanes, storeLanes } from './lanes.ts';

/** A place in the nest of loops: what is known there, and the values that have been computed there. */
export interface Scope {
  readonly parent?: Scope;
  readonly position: Position;
  /** One bit for each axis whose loop is open. */
  readonly bound: number;
  /** How far along each axis beyond the position, where that is known when the code is written. */
  readonly shift: readonly number[];
  /** The neighbours along the lane axis that are computed together, once that axis is bound. */
  readonly runs: readonly LaneRun[];
  readonly values: Map<StepId, V128[]>;
  readonly masks: Map<StepId, V128[]>;
}

export interface BodyOptions {
  readonly steps: readonly Step[];
  readonly stores: readonly Store[];
  readonly laneAxis: number | undefined;
  /** The axes that results and products differ along, one bit each. */
  readonly pointMask: number;
}

/** Writes the expressions of a kernel, each value as far outside of the loops as it can be computed. */
export class Body {
  readonly cursors = new Cursors();
  readonly #f: FunctionBuilder;
  readonly #context: KernelContext;
  readonly #steps: readonly Step[];
  readonly #laneAxis: number | undefined;
  readonly #axes: readonly number[];

  constructor(
    f: FunctionBuilder,
    context: KernelContext,
    { steps, stores, laneAxis, pointMask }: BodyOptions,
  ) {
    this.#f = f;
    this.#context = context;
    this.#steps = steps;
    this.#laneAxis = laneAxis;
    this.#axes = axesOfSteps(steps, pointMask);
    for (const step of steps) {
      const place = placeOfStep(step);
      if (place) this.cursors.register(strides(place, bytesPerIndex(step, context)));
    }
    for (const { buffer, place } of stores)
      this.cursors.register(strides(place, bytesOf(context.dtype(buffer))));
  }

  root(): Scope {
    const position = new Position(this.cursors);
    return { position, bound: 0, shift: [], runs: [], values: new Map(), masks: new Map() };
  }

  /** A scope inside another one. */
  inside(parent: Scope, changes: Partial<Pick<Scope, 'position' | 'bound' | 'shift' | 'runs'>>): Scope {
    return { ...parent, ...changes, parent, values: new Map(), masks: new Map() };
  }

  /** Says what a step's value is here: for each run, or once if it is the same in all lanes. */
  define(scope: Scope, step: StepId, values: V128[]): void {
    scope.values.set(step, values);
  }

  /** Computes, of what is wanted further inside, all that is known here. */
  hoist(scope: Scope, wanted: Iterable<StepId>): void {
    const seen = new Set<StepId>();
    const visit = (id: StepId): void => {
      if (seen.has(id) || this.#known(scope, id)) return;
      seen.add(id);
      if (this.#isComputable(scope, id)) this.#computeAllRuns(scope, id);
      else for (const input of inputsOf(this.#steps[id])) visit(input);
    };
    for (const id of wanted) visit(id);
  }

  /** The value for a run, computed here unless it is known. */
  value(scope: Scope, id: StepId, run: number): V128 {
    const at = this.isUniform(id) ? 0 : run;
    const known = this.#known(scope, id)?.[at];
    if (known) return known;
    const step = this.#steps[id];
    if (step.kind === 'constant') return constantOf(step.value, step.dtype);
    const local = this.#f.let(this.#compute(scope, id, run));
    this.#remember(scope.values, id, at, local);
    return local;
  }

  /** Whether all lanes have the same value. */
  isUniform(id: StepId): boolean {
    return this.#laneAxis === undefined || (this.#axes[id] & (1 << this.#laneAxis)) === 0;
  }

  store(scope: Scope, { buffer, place }: Store, value: V128, run: number): readonly Statement[] {
    const isSingle = scope.runs.length === 0 || this.#laneStride(place) === 0;
    return storeLanes(this.#element(scope, buffer, place, run), value, isSingle ? 1 : scope.runs[run].lanes);
  }

  #isComputable(scope: Scope, id: StepId): boolean {
    if ((this.#axes[id] & ~scope.bound) !== 0) return false;
    const { kind } = this.#steps[id];
    if (kind === 'result' || kind === 'product') return false;
    return inputsOf(this.#steps[id]).every(
      (input) => this.#known(scope, input) !== undefined || this.#isComputable(scope, input),
    );
  }

  #computeAllRuns(scope: Scope, id: StepId): void {
    const runs = this.isUniform(id) ? 1 : scope.runs.length;
    for (let run = 0; run < runs; run++) this.value(scope, id, run);
  }

  #known(scope: Scope, id: StepId): V128[] | undefined {
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      const values = at.values.get(id);
      if (values) return values;
    }
    return undefined;
  }

  #remember(values: Map<StepId, V128[]>, id: StepId, at: number, value: V128): void {
    const known = values.get(id) ?? [];
    known[at] = value;
    values.set(id, known);
  }

  #compute(scope: Scope, id: StepId, run: number): V128 {
    const step = this.#steps[id];
    switch (step.kind) {
      case 'load': {
        const element = this.#element(scope, step.buffer, step.place, run);
        return loadLanes(element, this.isUniform(id) ? 4 : scope.runs[run].lanes);
      }
      case 'position': {
        const index = this.#index(scope, step.place, run);
        return step.dtype === 'f32' ? f32x4.convert_i32x4_s(index) : index;
      }
      case 'random':
        return this.#random(scope, id, step, run);
      case 'apply':
        return this.#apply(scope, id, step, run);
      default:
        throw new TypeError(`a ${step.kind} was needed before it was known`);
    }
  }

  #apply(scope: Scope, id: StepId, step: ApplyStep, run: number): V128 {
    if (isCondition(step.op)) return v128.and(this.#mask(scope, id, run), f32x4.const(1));
    if (step.op === 'select') {
      const [condition, a, b] = step.inputs;
      const [yes, no] = [this.value(scope, a, run), this.value(scope, b, run)];
      return v128.bitselect(yes, no, this.#mask(scope, condition, run));
    }
    const operands = step.inputs.map((input) => this.value(scope, input, run));
    const { dtype } = this.#steps[step.inputs[0]];
    if (step.op === 'cast') return convert(operands[0], dtype, step.dtype);
    return applyOperation(step.op, dtype, operands, this.#context);
  }

  /** All bits 1 where the step's value is not 0. */
  #mask(scope: Scope, id: StepId, run: number): V128 {
    const at = this.isUniform(id) ? 0 : run;
    for (let outer: Scope | undefined = scope; outer; outer = outer.parent) {
      const known = outer.masks.get(id)?.[at];
      if (known) return known;
    }
    const mask = this.#f.let(this.#computeMask(scope, id, run));
    this.#remember(scope.masks, id, at, mask);
    return mask;
  }

  #computeMask(scope: Scope, id: StepId, run: number): V128 {
    const step = this.#steps[id];
    if (step.kind === 'apply' && isCondition(step.op)) {
      const operands = step.inputs.map((input) => this.value(scope, input, run));
      return maskOf(step.op, this.#steps[step.inputs[0]].dtype, operands) as V128;
    }
    return f32x4.ne(this.value(scope, id, run), f32x4.const(0));
  }

  #random(scope: Scope, id: StepId, { place, stream, inputs }: RandomStep, run: number): V128 {
    const [seedLow, seedHigh, step, slice] = inputs.map((input) => this.value(scope, input, run));
    const hash = i32x4.const(hash32(stream));
    const operands = [this.#index(scope, place, run), hash, step, slice, seedLow, seedHigh];
    if (!this.#isWholeBlock(scope, place))
      return call(this.#context.function('philox', addPhilox), ...operands);
    const next = run + 1;
    if (scope.runs[next]?.offset !== scope.runs[run].offset + 4)
      return call(this.#context.function('philox of a block', addPhiloxBlock), ...operands);
    const [own, neighbour] = writePhiloxPair(this.#f, operands);
    this.#remember(scope.values, id, next, this.#f.let(neighbour));
    return own;
  }

  /** Whether every vector begins at a multiple of 4 and goes on by 1. */
  #isWholeBlock({ shift }: Scope, place: Affine): boolean {
    const isMultiple = (step: number, axis: number): boolean =>
      axis === this.#laneAxis ? step === 1 && (shift[axis] ?? 0) % 4 === 0 : step % 4 === 0;
    return place.offset % 4 === 0 && this.#laneStride(place) === 1 && place.coefficients.every(isMultiple);
  }

  /** The place itself, in each lane. */
  #index(scope: Scope, place: Affine, run: number): V128 {
    const { address, offset } = this.#offsetOf(scope, place, 1, run);
    const first = i32x4.splat(i32.add(address, i32.const(offset)));
    const stride = this.#laneStride(place);
    return stride === 0 ? first : i32x4.add(first, i32x4.const([0, stride, 2 * stride, 3 * stride]));
  }

  #laneStride(place: Affine): number {
    return this.#laneAxis === undefined ? 0 : place.coefficients[this.#laneAxis];
  }

  /** Where an element of a buffer lies. */
  #element(scope: Scope, buffer: BufferId, place: Affine, run: number): LanePlace {
    const dtype = this.#context.dtype(buffer);
    const bytes = bytesOf(dtype);
    const { address, offset } = this.#offsetOf(scope, place, bytes, run);
    const start = this.#context.address(buffer) + offset;
    return { address, offset: start, stride: this.#laneStride(place) * bytes, dtype };
  }

  /** A place, in units of so many bytes: a running offset, and what is known when the code is written. */
  #offsetOf(scope: Scope, place: Affine, bytes: number, run: number): { address: I32; offset: number } {
    const perAxis = strides(place, bytes);
    const shifted = scope.shift.reduce((total, shift, axis) => total + shift * perAxis[axis], 0);
    const laneStride = this.#laneStride(place) * bytes;
    const alongLanes = laneStride === 0 ? 0 : scope.runs[run].offset * laneStride;
    const address = scope.position.offset(this.cursors.register(perAxis));
    return { address, offset: place.offset * bytes + shifted + alongLanes };
  }
}

function strides({ coefficients }: Affine, bytes: number): readonly number[] {
  return coefficients.map((coefficient) => coefficient * bytes);
}

function bytesPerIndex(step: Step, context: KernelContext): number {
  return step.kind === 'load' ? bytesOf(context.dtype(step.buffer)) : 1;
}

function constantOf(value: number, dtype: Step['dtype']): V128 {
  return dtype === 'f32' ? f32x4.const(value) : i32x4.const(value);
}

/** For each step one bit for every axis that its value differs along. */
function axesOfSteps(steps: readonly Step[], pointMask: number): readonly number[] {
  const masks: number[] = [];
  for (const step of steps) {
    const own = step.kind === 'result' || step.kind === 'product' ? pointMask : bitsOf(placeOfStep(step));
    masks.push(inputsOf(step).reduce((mask, input) => mask | masks[input], own));
  }
  return masks;
}

function bitsOf(place: Affine | undefined): number {
  return (place?.coefficients ?? []).reduce(
    (mask, step, axis) => (step === 0 ? mask : mask | (1 << axis)),
    0,
  );
}
