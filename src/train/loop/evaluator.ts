import { evaluateProgram, type ModelPlan } from '../../nn/trace/index.ts';
import type { Session, View } from '../../tensor/index.ts';
import { BatchWriter } from './batchWriter.ts';
import type { Part } from './part.ts';

/** What a model in evaluation mode (no dropout, no penalty, stored statistics) gives for the rows of a part. */
export interface Evaluation {
  /** Sum of the weighted losses. */
  readonly loss: number;
  /** Each loss by itself, a mean over the rows. */
  readonly parts: readonly number[];
  /** By output: the raw outputs, row-major [rows, units]. */
  readonly predictions: Readonly<Record<string, Float64Array>>;
  /** Each row's own loss, summed over the losses; none where they were not asked for. */
  readonly rowLosses: Float64Array;
}

export interface EvaluateOptions {
  /** Whether each row's own loss is wanted. */
  readonly rowLosses?: boolean;
}

interface Outputs {
  readonly program: string;
  readonly predictions: readonly { readonly name: string; readonly view: View; readonly units: number }[];
  readonly rowLosses: readonly View[];
}

/** Evaluates parts of any size in batches of at most the plan's rows; a row's numbers don't depend on its batch. */
export class Evaluator {
  readonly #session: Session;
  readonly #plan: ModelPlan;
  readonly #writer: BatchWriter;
  readonly #lossParts: readonly View[];
  readonly #divisors: Float64Array;
  readonly #outputs = new Map<number, Outputs>();

  constructor(session: Session, plan: ModelPlan, writer: BatchWriter) {
    this.#session = session;
    this.#plan = plan;
    this.#writer = writer;
    this.#lossParts = plan.slots.lossParts.map((slot) => session.view(slot));
    this.#divisors = new Float64Array(plan.losses.length);
  }

  evaluate(part: Part, { rowLosses: wanted = true }: EvaluateOptions = {}): Evaluation {
    const sums = new Float64Array(this.#plan.losses.length);
    const counts = new Float64Array(this.#plan.losses.length);
    const rowLosses = new Float64Array(wanted ? part.rows : 0);
    const predictions = Object.fromEntries(
      this.#plan.outputs.map(({ name, units }) => [name, new Float64Array(part.rows * units)]),
    );
    for (let start = 0; start < part.rows; start += this.#plan.settings.rows) {
      const end = Math.min(start + this.#plan.settings.rows, part.rows);
      const outputs = this.#run(part, start, end);
      this.#addLosses(sums, counts);
      for (const { name, view, units } of outputs.predictions) predictions[name].set(view, start * units);
      if (wanted) this.#addRowLosses(outputs, rowLosses, start);
    }
    const parts = Array.from(sums, (sum, index) => (counts[index] === 0 ? 0 : sum / counts[index]));
    const loss = parts.reduce((total, value, index) => total + value * this.#plan.losses[index].weight, 0);
    return { loss, parts, predictions, rowLosses };
  }

  #run(part: Part, start: number, end: number): Outputs {
    const outputs = this.#outputsOf(end - start);
    this.#writer.write(part, undefined, start, end);
    this.#writer.writeNormalisers(part, undefined, start, end, this.#divisors);
    this.#session.run(outputs.program);
    return outputs;
  }

  #addLosses(sums: Float64Array, counts: Float64Array): void {
    for (let index = 0; index < sums.length; index++) {
      sums[index] += this.#lossParts[index][0] * this.#divisors[index];
      counts[index] += this.#divisors[index];
    }
  }

  #addRowLosses(outputs: Outputs, rowLosses: Float64Array, start: number): void {
    outputs.rowLosses.forEach((view, index) => {
      const { weight } = this.#plan.losses[index];
      for (let row = 0; row < view.length; row++) rowLosses[start + row] += weight * view[row];
    });
  }

  #outputsOf(rows: number): Outputs {
    const known = this.#outputs.get(rows);
    if (known) return known;
    const program = evaluateProgram(this.#plan, { rows });
    this.#session.add(program);
    const slots = this.#plan.batch(rows);
    const outputs: Outputs = {
      program: program.name,
      predictions: this.#plan.outputs.map(({ name, units }) => ({
        name,
        units,
        view: this.#session.view(slots.predictions[name]),
      })),
      rowLosses: slots.rowLosses.map((slot) => this.#session.view(slot)),
    };
    this.#outputs.set(rows, outputs);
    return outputs;
  }
}
