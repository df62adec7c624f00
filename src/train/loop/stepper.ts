import type {
  MinimizerOptimizer,
  Minimizer,
  MinimizerProblem,
  StepScalars,
  UpdateOptimizer,
} from '../../nn/define.ts';
import {
  averageProgram,
  checkProgram,
  gradientProgram,
  projectProgram,
  updateProgram,
  type ModelPlan,
} from '../../nn/trace/index.ts';
import { seedWords } from '../../numeric/index.ts';
import { traceNotFinite, type Session, type View } from '../../tensor/index.ts';
import type { BatchWriter } from './batchWriter.ts';
import type { Net, Numbers } from './net.ts';
import type { Part } from './part.ts';

export interface OptimizerChoice {
  readonly definition: UpdateOptimizer<unknown> | MinimizerOptimizer<unknown>;
  readonly options: unknown;
}

/** What a step measured before it moved; the object is one and the same for every step. */
export interface StepOutcome {
  /** Sum of the weighted losses over the batch, without penalties. */
  loss: number;
  /** Each loss by itself. */
  readonly parts: Float64Array;
  /** Whether loss and gradients were finite; if not, nothing moved. */
  finite: boolean;
  /** How often loss and gradient were worked out: 1, more for minimizers. */
  evaluations: number;
}

interface Averaging {
  readonly decay: number;
  readonly rate: View;
}

/** The batch a step works on: rows `order[start]` to `order[end - 1]`. */
export interface Batch {
  part: Part;
  order: Int32Array;
  start: number;
  end: number;
}

/**
 * One update: gradient over the batch (slice by slice where it is larger than a slice), the check that everything is finite,
 * then the optimizer. Steady state allocates nothing but windows on wide rows.
 */
export class Stepper {
  /** The optimizer's own numbers, kept from step to step. */
  memory: Record<string, number> = {};
  readonly minimizer: Minimizer | undefined;
  readonly outcome: StepOutcome;
  readonly #session: Session;
  readonly #plan: ModelPlan;
  readonly #writer: BatchWriter;
  readonly #optimizer: OptimizerChoice;
  readonly #key: View;
  readonly #check: View;
  readonly #total: View;
  readonly #learningRate: View;
  readonly #lossParts: readonly View[];
  readonly #scalars: readonly (readonly [name: string, view: View])[];
  readonly #divisors: Float64Array;
  readonly #projects: boolean;
  readonly #averaging: Averaging | undefined;
  readonly #programs = new Map<number, readonly [first: string, next: string]>();
  readonly #problem: MinimizerProblem;
  readonly #buffers: Numbers;
  readonly #buffersBefore: Numbers;
  #parametersBefore: Numbers | undefined;
  #batch: Batch | undefined;
  #measured = false;
  #hasCheck = false;

  constructor(
    { session, plan, writer, buffers }: Net,
    optimizer: OptimizerChoice,
    seed: number,
    averagingDecay: number | null = null,
  ) {
    this.#session = session;
    this.#plan = plan;
    this.#writer = writer;
    this.#optimizer = optimizer;
    this.#buffers = buffers;
    this.#buffersBefore = buffers.slice();
    const { slots } = plan;
    this.#key = session.view(slots.key);
    [this.#key[0], this.#key[1]] = seedWords(seed);
    this.#check = session.view(slots.check);
    this.#total = session.view(slots.total);
    this.#learningRate = session.view(slots.learningRate);
    this.#lossParts = slots.lossParts.map((slot) => session.view(slot));
    this.#scalars = Object.entries(slots.scalars).map(([name, slot]) => [name, session.view(slot)] as const);
    this.#divisors = new Float64Array(plan.losses.length);
    this.outcome = {
      loss: 0,
      parts: new Float64Array(plan.losses.length),
      finite: true,
      evaluations: 1,
    };
    this.#projects = this.#addPrograms();
    this.#averaging = this.#openAveraging(averagingDecay);
    this.#problem = this.#openProblem();
    if (optimizer.definition.kind === 'minimizer') {
      this.minimizer = optimizer.definition.start(optimizer.options, plan.parameterCount);
    }
  }

  #addPrograms(): boolean {
    const project = projectProgram(this.#plan);
    const update = this.#optimizer.definition.kind === 'update' ? updateProgram(this.#plan) : undefined;
    for (const program of [update, project]) if (program) this.#session.add(program);
    return project !== undefined;
  }

  #openAveraging(decay: number | null): Averaging | undefined {
    const program = averageProgram(this.#plan);
    if (!program || decay === null) return undefined;
    this.#session.add(program);
    return { decay, rate: this.#session.view(this.#plan.slots.average!.rate) };
  }

  #openProblem(): MinimizerProblem {
    const { slots, parameterCount } = this.#plan;
    return {
      length: parameterCount,
      parameters: this.#session.view(slots.parameters) as Float64Array,
      gradient: this.#session.view(slots.gradients) as Float64Array,
      evaluate: () => {
        // The first evaluation of a step is the one its loss was measured by.
        if (!this.#measured) this.gradient();
        this.#measured = false;
        return this.#total[0];
      },
    };
  }

  /** Sets the batch that `gradient` and `step` work on. `number` counts steps and keys what is random in them. */
  load(batch: Batch, number: number): void {
    this.#batch = batch;
    this.#key[2] = number;
    this.#writer.writeNormalisers(batch.part, batch.order, batch.start, batch.end, this.#divisors);
  }

  /** Loss and gradients of the loaded batch, into the session's slots. */
  gradient(): void {
    for (let slice = 0; slice < this.#slices; slice++) {
      const rows = this.#writeSlice(slice);
      this.#session.run(this.#programsOf(rows)[slice === 0 ? 0 : 1]);
    }
  }

  /** Slices of the loaded batch: as few as may be, of sizes that differ by at most one row. */
  get #slices(): number {
    const { start, end } = this.#batch!;
    return Math.ceil((end - start) / this.#plan.settings.rows);
  }

  /** Puts a slice's rows into the input slots; returns how many there are. */
  #writeSlice(slice: number): number {
    const { part, order, start, end } = this.#batch!;
    const rows = end - start;
    const from = start + Math.floor((rows * slice) / this.#slices);
    const to = start + Math.floor((rows * (slice + 1)) / this.#slices);
    this.#key[3] = slice;
    this.#writer.write(part, order, from, to);
    return to - from;
  }

  /** Repeats the loaded batch's gradient with everything kept: the operation where numbers stopped being finite, in words. */
  traceNotFinite(): string | undefined {
    for (let slice = 0; slice < this.#slices; slice++) {
      const program = gradientProgram(this.#plan, { rows: this.#writeSlice(slice) });
      const origin = traceNotFinite(this.#session, this.#plan.layout, program);
      if (origin) return origin.text;
    }
    return undefined;
  }

  /** One update on the loaded batch. */
  step(scalars: StepScalars): StepOutcome {
    this.#learningRate[0] = scalars.learningRate;
    if (this.minimizer) return this.#minimize(this.minimizer, scalars);
    this.#measure();
    if (this.outcome.finite) {
      this.#update(scalars);
      this.#average(scalars.step);
    }
    return this.outcome;
  }

  #minimize(minimizer: Minimizer, scalars: StepScalars): StepOutcome {
    this.#measure();
    if (!this.outcome.finite) return this.outcome;
    const { parameters } = this.#problem;
    const before = (this.#parametersBefore ??= parameters.slice());
    before.set(parameters);
    this.#measured = true;
    this.outcome.evaluations = minimizer.step(this.#problem, scalars).evaluations;
    this.outcome.finite = parameters.every(Number.isFinite);
    if (!this.outcome.finite) parameters.set(before);
    else if (this.#projects) this.#session.run('project');
    return this.outcome;
  }

  #update(scalars: StepScalars): void {
    const definition = this.#optimizer.definition as UpdateOptimizer<unknown>;
    const values = definition.scalars(this.#optimizer.options, scalars, this.memory);
    for (const [name, view] of this.#scalars) view[0] = values[name];
    this.#session.run('update');
    if (this.#projects) this.#session.run('project');
  }

  /** Early on a plain mean of all steps, so that the start is soon forgotten. */
  #average(step: number): void {
    if (!this.#averaging) return;
    const { decay, rate } = this.#averaging;
    rate[0] = Math.max(1 - decay, 1 / (step + 1));
    this.#session.run('average');
  }

  /** Loss and gradient, and whether they are finite; if not, the statistics of layers are put back. */
  #measure(): void {
    const { outcome } = this;
    this.#buffersBefore.set(this.#buffers);
    this.gradient();
    this.#runCheck();
    outcome.finite = Number.isFinite(this.#check[0]);
    if (!outcome.finite) this.#buffers.set(this.#buffersBefore);
    outcome.loss = 0;
    for (let index = 0; index < outcome.parts.length; index++) {
      outcome.parts[index] = this.#lossParts[index][0];
      outcome.loss += outcome.parts[index] * this.#plan.losses[index].weight;
    }
  }

  /** Added after the first gradient: where that is shared between threads, so may be what follows it. */
  #runCheck(): void {
    if (!this.#hasCheck) this.#session.add(checkProgram(this.#plan));
    this.#hasCheck = true;
    this.#session.run('check');
  }

  #programsOf(rows: number): readonly [string, string] {
    const known = this.#programs.get(rows);
    if (known) return known;
    const first = gradientProgram(this.#plan, { rows });
    const next = gradientProgram(this.#plan, { rows, accumulate: true });
    this.#session.add(first);
    this.#session.add(next);
    const names = [first.name, next.name] as const;
    this.#programs.set(rows, names);
    return names;
  }
}
