import type {
  MinimizerOptimizer,
  MinimizerProblem,
  OptimizerOptions,
  UpdateOptimizer,
} from '../../nn/define.ts';
import {
  gradients,
  read,
  type Block,
  type Executor,
  type Session,
  type Shape,
  type Slot,
  type Tensor,
} from '../../tensor/index.ts';

/** A function of a flat vector of parameters, as a graph. */
export interface FlatProblem {
  readonly start: Float64Array;
  /** The loss as a scalar tensor. `input` makes (once) a slot for what changes from step to step. */
  loss(parameters: Tensor, input: (name: string, shape: Shape) => Tensor): Tensor;
  /** What the inputs hold in step `step` (from 0). */
  feed?(step: number): Readonly<Record<string, ArrayLike<number>>>;
}

/** Where an optimizer went. */
export interface Trajectory {
  /** The loss that each step was computed from. */
  readonly losses: number[];
  /** All parameters after each step. */
  readonly path: Float64Array[];
  /** The optimizer's states after the last step. */
  readonly states: Readonly<Record<string, Float64Array>>;
}

type Optimizer<Options> = UpdateOptimizer<Options> | MinimizerOptimizer<Options>;

/** Runs an optimizer on a problem, without schedule: gradients by autodiff, everything in the executor's precision. */
export function followOptimizer<Options extends OptimizerOptions>(
  executor: Executor,
  optimizer: Optimizer<Options>,
  options: Options,
  problem: FlatProblem,
  steps: number,
): Trajectory {
  const bench = openBench(executor, problem, optimizer.kind === 'update' ? optimizer.state(options) : {});
  const step =
    optimizer.kind === 'update'
      ? updateStepper(bench, optimizer, options)
      : minimizerStepper(bench, optimizer, options);
  const losses: number[] = [];
  const path: Float64Array[] = [];
  for (let k = 0; k < steps; k++) {
    bench.feed(optimizer.kind === 'update' ? k : 0);
    losses.push(step(k + 1));
    path.push(Float64Array.from(bench.parameters));
  }
  const states = Object.entries(bench.stateSlots).map(([name, slot]) => [
    name,
    Float64Array.from(bench.session.view(slot)),
  ]);
  bench.session.close();
  return { losses, path, states: Object.fromEntries(states) };
}

/** A session with the program `gradient` and all blocks filled. */
interface Bench {
  readonly session: Session;
  readonly parameterSlot: Slot;
  readonly gradientSlot: Slot;
  readonly stateSlots: Readonly<Record<string, Slot>>;
  readonly parameters: Float64Array | Float32Array;
  readonly gradient: Float64Array | Float32Array;
  feed(step: number): void;
  /** Runs `gradient`; the loss. */
  evaluate(): number;
}

function openBench(
  executor: Executor,
  problem: FlatProblem,
  states: Readonly<Record<string, number>>,
): Bench {
  const length = problem.start.length;
  const layout: Block[] = [];
  const slot = (name: string, shape: Shape): Slot => {
    layout.push({ name, dtype: 'f32', length: shape.reduce((product, size) => product * size, 1) });
    return { block: name, offset: 0, shape, dtype: 'f32', name };
  };
  const parameterSlot = slot('parameters', [length]);
  const gradientSlot = slot('gradients', [length]);
  const lossSlot = slot('loss', []);
  const stateSlots = mapValues(states, (_, name) => slot(`state.${name}`, [length]));
  slot('scalars', [16]);

  const inputs: Record<string, Slot> = {};
  const input = (name: string, shape: Shape) => read((inputs[name] ??= slot(`input.${name}`, shape)));
  const parameters = read(parameterSlot);
  const loss = problem.loss(parameters, input);
  const [gradient] = gradients(loss, [parameters]);

  const session = executor.open(layout);
  session.add({
    name: 'gradient',
    assignments: [
      { slot: lossSlot, value: loss },
      { slot: gradientSlot, value: gradient },
    ],
  });
  fill(session, parameterSlot, problem.start);
  for (const [name, initial] of Object.entries(states)) session.view(stateSlots[name]).fill(initial);
  return {
    session,
    parameterSlot,
    gradientSlot,
    stateSlots,
    parameters: session.view(parameterSlot) as Float64Array,
    gradient: session.view(gradientSlot) as Float64Array,
    feed(step) {
      for (const [name, values] of Object.entries(problem.feed?.(step) ?? {}))
        fill(session, inputs[name], values);
    },
    evaluate() {
      session.run('gradient');
      return session.view(lossSlot)[0];
    },
  };
}

function updateStepper<Options extends OptimizerOptions>(
  bench: Bench,
  optimizer: UpdateOptimizer<Options>,
  options: Options,
): (step: number) => number {
  const { session, parameterSlot, gradientSlot, stateSlots } = bench;
  const { learningRate } = options;
  const scalarsOf = (step: number, memory: Record<string, number>) =>
    optimizer.scalars(options, { step, learningRate, scheduleFactor: 1 }, memory);
  const scalarSlots = mapValues(scalarsOf(1, {}), (_, name, offset) => ({
    block: 'scalars',
    offset,
    shape: [],
    dtype: 'f32' as const,
    name,
  }));
  const tensors = {
    parameter: read(parameterSlot),
    gradient: read(gradientSlot),
    state: mapValues(stateSlots, (slot) => read(slot)),
    scalar: mapValues(scalarSlots, (slot) => read(slot)),
  };
  const updated = optimizer.update(tensors, options, true);
  const states = Object.entries(updated.state).map(([name, value]) => ({ slot: stateSlots[name], value }));
  session.add({
    name: 'update',
    assignments: [{ slot: parameterSlot, value: updated.parameter }, ...states],
  });

  const memory: Record<string, number> = {};
  return (step) => {
    const loss = bench.evaluate();
    for (const [name, value] of Object.entries(scalarsOf(step, memory)))
      session.view(scalarSlots[name])[0] = value;
    session.run('update');
    return loss;
  };
}

function minimizerStepper<Options extends OptimizerOptions>(
  bench: Bench,
  optimizer: MinimizerOptimizer<Options>,
  options: Options,
): (step: number) => number {
  const { parameters, gradient } = bench;
  const problem: MinimizerProblem = {
    length: parameters.length,
    parameters,
    gradient,
    evaluate: () => bench.evaluate(),
  };
  const minimizer = optimizer.start(options, parameters.length);
  const { learningRate } = options;
  return (step) => minimizer.step(problem, { step, learningRate, scheduleFactor: 1 }).loss;
}

function fill(session: Session, slot: Slot, values: ArrayLike<number>): void {
  session.view(slot).set(values);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, name: string, index: number) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value], i) => [name, map(value, name, i)]));
}
