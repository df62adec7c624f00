import {
  initialBuffers,
  initialParameters,
  penaltyProgram,
  planModel,
  type ModelPlan,
  type ModelSettings,
} from '../../nn/trace/index.ts';
import type { Executor, Session } from '../../tensor/index.ts';
import { BatchWriter } from './batchWriter.ts';
import { Evaluator, type EvaluateOptions, type Evaluation } from './evaluator.ts';
import type { Part } from './part.ts';

export type Numbers = Float64Array | Float32Array;

/** A copy of everything a net has learned: its weights and the statistics its layers keep. */
export interface Snapshot {
  readonly parameters: Numbers;
  readonly buffers: Numbers;
}

/** A planned model with its memory. */
export class Net {
  readonly plan: ModelPlan;
  readonly session: Session;
  readonly writer: BatchWriter;
  readonly parameters: Numbers;
  readonly buffers: Numbers;
  /** Optimizer state by name. */
  readonly state: Readonly<Record<string, Numbers>>;
  /** Running average of the parameters, where the plan keeps one. */
  readonly average: Numbers | undefined;
  readonly #evaluator: Evaluator;
  #penalty: (() => number) | undefined;

  constructor(executor: Executor, settings: ModelSettings) {
    this.plan = planModel(settings);
    this.session = executor.open(this.plan.layout);
    const view = (slot: Parameters<Session['view']>[0]) => this.session.view(slot) as Numbers;
    this.parameters = view(this.plan.slots.parameters);
    this.buffers = view(this.plan.slots.buffers);
    this.state = Object.fromEntries(
      Object.entries(this.plan.slots.state).map(([name, { slot }]) => [name, view(slot)]),
    );
    this.average = this.plan.slots.average && view(this.plan.slots.average.slot);
    this.writer = new BatchWriter(this.session, this.plan);
    this.#evaluator = new Evaluator(this.session, this.plan, this.writer);
  }

  /** Weights drawn from `seed` (or given), statistics and optimizer state as they start. */
  initialize(seed: number, given?: (plan: ModelPlan) => ArrayLike<number>): void {
    this.parameters.set(given ? given(this.plan) : initialParameters(this.plan, seed));
    this.buffers.set(initialBuffers(this.plan));
    this.average?.set(this.parameters);
    for (const [name, { initial }] of Object.entries(this.plan.slots.state)) this.state[name].fill(initial);
  }

  /** The averaged weights and the present ones change places, if there are averaged ones; a second call undoes the first. */
  swapAverage(): void {
    if (!this.average) return;
    const present = this.parameters.slice();
    this.parameters.set(this.average);
    this.average.set(present);
  }

  evaluate(part: Part, options?: EvaluateOptions): Evaluation {
    return this.#evaluator.evaluate(part, options);
  }

  /** What the penalties add to the loss with the weights as they are. */
  penalty(): number {
    this.#penalty ??= this.#openPenalty();
    return this.#penalty();
  }

  #openPenalty(): () => number {
    const program = penaltyProgram(this.plan);
    if (!program) return () => 0;
    this.session.add(program);
    const sum = this.session.view(this.plan.slots.penalty);
    return () => {
      this.session.run(program.name);
      return sum[0];
    };
  }

  snapshot(): Snapshot {
    return { parameters: this.parameters.slice(), buffers: this.buffers.slice() };
  }

  restore({ parameters, buffers }: Snapshot): void {
    this.parameters.set(parameters);
    this.buffers.set(buffers);
  }

  /** Copies into a snapshot that is there already: keeping the best allocates once. */
  copyTo({ parameters, buffers }: Snapshot): void {
    parameters.set(this.parameters);
    buffers.set(this.buffers);
  }

  /** Weights that are exactly zero, among those that decay and penalties act on. */
  countZeros(): number {
    let zeros = 0;
    for (let index = 0; index < this.plan.decayedCount; index++) if (this.parameters[index] === 0) zeros++;
    return zeros;
  }

  close(): void {
    this.session.close();
  }
}
