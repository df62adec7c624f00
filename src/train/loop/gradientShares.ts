import { sharesProgram } from '../../nn/trace/index.ts';
import type { View } from '../../tensor/index.ts';
import type { Net } from './net.ts';
import type { Batch, Stepper } from './stepper.ts';

/** How much each of several losses pulls: lengths of their gradients, scaled to sum to 1. */
export class GradientShares {
  readonly #net: Net;
  readonly #shares: readonly View[];
  readonly #known = new Set<string>();

  constructor(net: Net) {
    this.#net = net;
    this.#shares = net.plan.slots.shares.map((slot) => net.session.view(slot));
  }

  /** On the epoch's first batch (its first slice, where it has several), with the weights in force now. */
  measure(stepper: Stepper, batch: Batch, number: number): readonly number[] {
    const { plan, session, writer } = this.#net;
    if (plan.losses.length <= 1 || batch.end === 0) return plan.losses.map(() => 1);
    const rows = Math.min(batch.end - batch.start, plan.settings.rows);
    const program = sharesProgram(plan, { rows });
    if (!this.#known.has(program.name)) session.add(program);
    this.#known.add(program.name);
    const first = { ...batch, start: 0, end: rows };
    stepper.load(first, number);
    writer.write(first.part, first.order, 0, rows);
    session.run(program.name);
    const lengths = this.#shares.map((view) => Math.sqrt(view[0]));
    const sum = lengths.reduce((total, length) => total + length, 0);
    return lengths.map((length) => (sum === 0 ? 1 / lengths.length : length / sum));
  }
}
