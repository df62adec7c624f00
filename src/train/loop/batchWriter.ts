import type { BatchSlots, LossPlan, ModelPlan } from '../../nn/trace/index.ts';
import type { Session, View } from '../../tensor/index.ts';
import { gather } from './gather.ts';
import type { Part } from './part.ts';

/** Live windows on the slots of a batch of so many rows. */
interface BatchViews {
  readonly features?: View;
  readonly codes?: View;
  readonly targets: readonly { readonly output: string; readonly view: View; readonly width: number }[];
  readonly rowWeights: readonly (View | undefined)[];
}

/** Gathers rows of a part into the input slots of a session. */
export class BatchWriter {
  readonly #session: Session;
  readonly #plan: ModelPlan;
  readonly #normalisers: readonly View[];
  readonly #views = new Map<number, BatchViews>();

  constructor(session: Session, plan: ModelPlan) {
    this.#session = session;
    this.#plan = plan;
    this.#normalisers = plan.slots.normalisers.map((slot) => session.view(slot));
  }

  /** Rows `order[start]` to `order[end - 1]` of `part`; without an order, its rows `start` to `end - 1`. */
  write(part: Part, order: Int32Array | undefined, start: number, end: number): void {
    const views = this.#viewsOf(end - start);
    if (views.features) gather(views.features, part.features, part.width, order, start, end);
    if (views.codes) gather(views.codes, part.codes, part.codesWidth, order, start, end);
    for (const { output, view, width } of views.targets) {
      gather(view, part.targets[output], width, order, start, end);
    }
    for (let loss = 0; loss < views.rowWeights.length; loss++) {
      const view = views.rowWeights[loss];
      const weights = part.weights[loss];
      if (view && weights) gather(view, weights, 1, order, start, end);
      else view?.fill(1);
    }
  }

  /** What each loss's mean divides by over these rows, into `divisors`, and its reciprocal into the session. */
  writeNormalisers(
    part: Part,
    order: Int32Array | undefined,
    start: number,
    end: number,
    divisors: Float64Array,
  ): void {
    for (let index = 0; index < this.#plan.losses.length; index++) {
      const divisor = divisorOf(this.#plan.losses[index], index, part, order, start, end);
      divisors[index] = divisor;
      this.#normalisers[index][0] = divisor === 0 ? 0 : 1 / divisor;
    }
  }

  #viewsOf(rows: number): BatchViews {
    const known = this.#views.get(rows);
    if (known) return known;
    const views = openViews(this.#session, this.#plan, this.#plan.batch(rows));
    this.#views.set(rows, views);
    return views;
  }
}

function openViews(session: Session, plan: ModelPlan, slots: BatchSlots): BatchViews {
  return {
    features: slots.features && session.view(slots.features),
    codes: slots.codes && session.view(slots.codes),
    targets: Object.entries(slots.targets).map(([output, slot]) => {
      const target = plan.outputs.find((candidate) => candidate.name === output)?.target;
      return {
        output,
        view: session.view(slot),
        width: target?.kind === 'classes' ? 1 : (target?.width ?? 1),
      };
    }),
    rowWeights: slots.rowWeights.map((slot) => slot && session.view(slot)),
  };
}

function divisorOf(
  loss: LossPlan,
  index: number,
  part: Part,
  order: Int32Array | undefined,
  start: number,
  end: number,
): number {
  const weights = part.weights[index];
  const { definition, options } = loss;
  const targets = definition.rowWeight ? part.targets[loss.output] : undefined;
  if (!weights && !targets) return (end - start) * loss.elementsPerRow;
  let sum = 0;
  for (let at = start; at < end; at++) {
    const row = order ? order[at] : at;
    const own = targets ? definition.rowWeight!(targets[row], options) : 1;
    sum += own * (weights ? weights[row] : 1);
  }
  return sum * loss.elementsPerRow;
}
