import { defineLayer } from '../../../../../src/nn/define.ts';
import { dropout } from '../../../../../src/nn/layers/dropout.ts';
import {
  createContext,
  extendLibrary,
  predictProgram,
  type ModelPlan,
} from '../../../../../src/nn/trace/index.ts';
import { PlannedMemory } from '../../../../../src/nn/trace/memory.ts';
import { traceModel } from '../../../../../src/nn/trace/traceModel.ts';
import { seedWords } from '../../../../../src/numeric/index.ts';
import {
  broadcast,
  lessEqual,
  multiply,
  random,
  read,
  sizeOf,
  type Assignment,
  type Block,
  type Executor,
  type Program,
  type Session,
  type Shape,
  type Slot,
} from '../../../../../src/tensor/index.ts';
import type { Snapshot } from '../../../../../src/train/loop/index.ts';
import type { Portions } from './portions.ts';
import { predictWith, rowsAtOnce, sessionWith } from './predictRows.ts';

export interface CommitteeInput {
  readonly executor: Executor;
  readonly plan: ModelPlan;
  readonly weights: Snapshot;
  /** Seed of the run, and the step whose masks come first: each net takes the masks of one step. */
  readonly seed: number;
  readonly firstStep: number;
  readonly nets: number;
  /** Prepared rows to predict, [rows, width]. */
  readonly features: Float32Array;
}

export interface Committee {
  /** Raw outputs [rows, units] of each thinned net. */
  readonly thinned: readonly Float32Array[];
  /** The same of the full net, as it predicts. */
  readonly full: Float32Array;
  /** For each net and dropout layer, 1 for every unit that was kept. */
  readonly masks: readonly (readonly Float32Array[])[];
  readonly layers: readonly string[];
}

/** A mask that a program leaves in the block `masks`. */
interface MaskSlot {
  readonly layer: string;
  readonly slot: Slot;
}

/**
 * Nets that dropout trains by turns: in each, one row's mask of a training step, drawn from the run's own key, holds for all rows. Beside
 * them the full net, which stands for all of them.
 */
export function* committee(input: CommitteeInput): Portions<Committee> {
  const { plan, nets, features, seed, firstStep } = input;
  const rows = rowsAtOnce(plan, features);
  const masks: MaskSlot[] = [];
  const thinnedNet = thinnedProgram(plan, rows, masks);
  const session = openSession(input, masks, [thinnedNet, predictProgram(plan, { rows })]);
  try {
    const key = session.view(plan.slots.key);
    [key[0], key[1]] = seedWords(seed);
    key[3] = 0;
    const thinned: Float32Array[] = [];
    const drawn: Float32Array[][] = [];
    for (let net = 0; net < nets; net++) {
      key[2] = firstStep + net;
      thinned.push(predictWith(session, thinnedNet.name, plan, features, rows));
      drawn.push(masks.map(({ slot }) => Float32Array.from(session.view(slot))));
      yield (net + 1) / (nets + 1);
    }
    const full = predictWith(session, `predict:${rows}`, plan, features, rows);
    return { thinned, full, masks: drawn, layers: masks.map(({ layer }) => layer) };
  } finally {
    session.close();
  }
}

/** Raw outputs of the net that the key's masks leave, for `rows` rows; tells where it leaves the masks. */
function thinnedProgram(plan: ModelPlan, rows: number, masks: MaskSlot[]): Program {
  const batch = plan.batch(rows);
  const planned = new PlannedMemory(plan.parameters, plan.buffers, plan.slots.key);
  const kept: Assignment[] = [];
  const memory = {
    parameter: (name: string, shape: Shape) => planned.parameter(name, shape),
    buffer: (name: string, shape: Shape) => planned.buffer(name, shape),
    updateBuffer: () => {},
    uniform: (name: string, shape: Shape) => random(name, shape, read(plan.slots.key)),
  };
  const remember = (layer: string, shape: Shape): Slot => {
    const offset = masks.reduce((sum, { slot }) => sum + sizeOf(slot.shape), 0);
    const slot: Slot = { block: 'masks', offset, shape, dtype: 'f32', name: layer };
    masks.push({ layer, slot });
    return slot;
  };
  const context = createContext(thinnedLibrary(plan, kept, remember), 'evaluate', memory);
  const outputs = traceModel(context, plan.settings.model, {
    features: batch.features && read(batch.features),
    codes: batch.codes && read(batch.codes),
  });
  const predictions = plan.outputs.map(({ name }, i) => ({
    slot: batch.predictions[name],
    value: outputs[i],
  }));
  return { name: `thinned:${rows}`, assignments: [...predictions, ...kept] };
}

/** The model's layers, with dropout as a row of a training step has it, but one mask for all rows: a thinned net. */
function thinnedLibrary(
  { library }: ModelPlan,
  kept: Assignment[],
  remember: (layer: string, shape: Shape) => Slot,
) {
  const oneMask = defineLayer({
    ...dropout,
    apply(context, input, { rate }: { readonly rate: number }) {
      if (rate === 0) return input;
      const shape = [1, ...input.shape.slice(1)];
      const mask = lessEqual(rate, context.uniform('mask', shape));
      kept.push({ slot: remember(`dropout${kept.length + 1}`, shape), value: mask });
      return multiply(input, broadcast(multiply(mask, 1 / (1 - rate)), input.shape));
    },
  });
  return extendLibrary(library, { layers: { dropout: oneMask } });
}

function openSession(
  input: CommitteeInput,
  masks: readonly MaskSlot[],
  programs: readonly Program[],
): Session {
  const { executor, plan, weights } = input;
  const length = masks.reduce((sum, { slot }) => sum + sizeOf(slot.shape), 0);
  const block: Block = { name: 'masks', dtype: 'f32', length };
  return sessionWith(executor, plan, weights, programs, length > 0 ? [...plan.layout, block] : plan.layout);
}

/** The mean of several surfaces, point by point. */
export function meanOf(surfaces: readonly ArrayLike<number>[]): Float32Array {
  const mean = new Float64Array(surfaces[0].length);
  for (const surface of surfaces) for (let at = 0; at < mean.length; at++) mean[at] += surface[at];
  return Float32Array.from(mean, (sum) => sum / surfaces.length);
}

/** How far two surfaces lie apart: on average, and where they differ most. */
export function apart(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { readonly mean: number; readonly most: number } {
  let sum = 0;
  let most = 0;
  for (let at = 0; at < a.length; at++) {
    const distance = Math.abs(a[at] - b[at]);
    sum += distance;
    most = Math.max(most, distance);
  }
  return { mean: sum / a.length, most };
}
