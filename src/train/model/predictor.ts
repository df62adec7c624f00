import { predictProgram, planModel, type ModelPlan, type ModelSettings } from '../../nn/trace/index.ts';
import type { Executor, Session, View } from '../../tensor/index.ts';
import type { Numbers, Snapshot } from '../loop/net.ts';

/** Inputs of rows as a preparation gives them. */
export interface Inputs {
  readonly rows: number;
  /** Row-major [rows, width]. */
  readonly features: Float32Array;
  /** Row-major [rows, embeddings]. */
  readonly codes: Int32Array;
}

/** Most rows worked on at once. */
const MOST_ROWS = 1024;

interface Program {
  readonly name: string;
  readonly features?: View;
  readonly codes?: View;
  readonly outputs: readonly (readonly [name: string, view: View])[];
}

/**
 * Runs trained nets forward. Batches are padded to a power of two, so that few programs serve tables of any size; a row's
 * numbers have the same bits whatever stands beside it.
 */
export class Predictor {
  readonly plan: ModelPlan;
  readonly #session: Session;
  readonly #parameters: Numbers;
  readonly #buffers: Numbers;
  readonly #programs = new Map<number, Program>();

  constructor(executor: Executor, settings: Omit<ModelSettings, 'rows' | 'optimizer'>) {
    this.plan = planModel({ ...settings, rows: MOST_ROWS });
    this.#session = executor.open(this.plan.layout);
    this.#parameters = this.#session.view(this.plan.slots.parameters) as Numbers;
    this.#buffers = this.#session.view(this.plan.slots.buffers) as Numbers;
  }

  /** The raw outputs of one net, by output, row-major [rows, units]. */
  predict(net: Snapshot, inputs: Inputs): Record<string, Float64Array> {
    this.#parameters.set(net.parameters);
    this.#buffers.set(net.buffers);
    const raw = Object.fromEntries(
      this.plan.outputs.map(({ name, units }) => [name, new Float64Array(inputs.rows * units)]),
    );
    for (let start = 0; start < inputs.rows; start += MOST_ROWS) {
      this.#predictRows(inputs, start, Math.min(start + MOST_ROWS, inputs.rows), raw);
    }
    return raw;
  }

  #predictRows(inputs: Inputs, start: number, end: number, raw: Record<string, Float64Array>): void {
    const program = this.#programFor(end - start);
    const { width, embeddings } = this.plan.settings.model.input;
    program.features?.set(inputs.features.subarray(start * width, end * width));
    program.codes?.set(inputs.codes.subarray(start * embeddings.length, end * embeddings.length));
    this.#session.run(program.name);
    for (const [name, view] of program.outputs) {
      const units = raw[name].length / inputs.rows;
      raw[name].set(view.subarray(0, (end - start) * units), start * units);
    }
  }

  #programFor(count: number): Program {
    let rows = 1;
    while (rows < count) rows *= 2;
    const known = this.#programs.get(rows);
    if (known) return known;
    const program = this.#openProgram(rows);
    this.#programs.set(rows, program);
    return program;
  }

  #openProgram(rows: number): Program {
    const program = predictProgram(this.plan, { rows });
    this.#session.add(program);
    const slots = this.plan.batch(rows);
    return {
      name: program.name,
      features: slots.features && this.#session.view(slots.features),
      codes: slots.codes && this.#session.view(slots.codes),
      outputs: Object.entries(slots.predictions).map(
        ([name, slot]) => [name, this.#session.view(slot)] as const,
      ),
    };
  }

  close(): void {
    this.#session.close();
  }
}
