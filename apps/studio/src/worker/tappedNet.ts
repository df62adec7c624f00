import { planModel, withKept, type ModelPlan, type ModelSettings } from '../../../../src/nn/trace/index.ts';
import type { Executor, Program, Session, Tensor, View } from '../../../../src/tensor/index.ts';
import type { Snapshot } from '../../../../src/train/loop/index.ts';

type Settings = Omit<ModelSettings, 'rows' | 'optimizer'>;

/** A value inside the net, for all rows of a batch: row-major [rows, units]. */
export interface Tap {
  readonly view: View;
  readonly units: number;
}

/** The net beside the one that trains, to look into: the same plan, other memory, so looking changes no bit. */
export class TappedNet {
  readonly plan: ModelPlan;
  readonly session: Session;
  readonly #parameters: View;
  readonly #buffers: View;
  readonly #programs = new Map<number, { readonly name: string; readonly taps: ReadonlyMap<string, Tap> }>();
  readonly #make: (plan: ModelPlan, rows: number) => Program;
  readonly #nameOf: (node: Tensor) => string | undefined;

  /** `nameOf` chooses what is seen: nodes that it gives a name. */
  constructor(
    executor: Executor,
    settings: Settings,
    rows: number,
    make: (plan: ModelPlan, rows: number) => Program,
    nameOf: (node: Tensor) => string | undefined,
  ) {
    this.plan = planModel({ ...settings, rows });
    this.#make = make;
    this.#nameOf = nameOf;
    const { block } = this.#kept(rows);
    this.session = executor.open([...this.plan.layout, ...(block.length > 0 ? [block] : [])]);
    this.#parameters = this.session.view(this.plan.slots.parameters);
    this.#buffers = this.session.view(this.plan.slots.buffers);
  }

  setWeights({ parameters, buffers }: Snapshot): void {
    this.#parameters.set(parameters);
    this.#buffers.set(buffers);
  }

  /** Runs so many rows, which stand in the batch's slots; gives what is seen of them, until the next run. */
  run(rows: number): ReadonlyMap<string, Tap> {
    const program = this.#programOf(rows);
    this.session.run(program.name);
    return program.taps;
  }

  close(): void {
    this.session.close();
  }

  #kept(rows: number) {
    return withKept(this.#make(this.plan, rows), (node) => this.#nameOf(node) !== undefined);
  }

  #programOf(rows: number) {
    const known = this.#programs.get(rows);
    if (known) return known;
    const { program, kept } = this.#kept(rows);
    this.session.add(program);
    const taps = kept.map(({ node, slot }) => {
      const tap = { view: this.session.view(slot), units: slot.shape.at(-1) ?? 1 };
      return [this.#nameOf(node)!, tap] as const;
    });
    const opened = { name: program.name, taps: new Map(taps) };
    this.#programs.set(rows, opened);
    return opened;
  }
}
