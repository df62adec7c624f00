import type { LiveRun } from '../../../../../src/train/live/index.ts';
import { firstLayerOf, type FirstLayer } from './firstLayer.ts';
import { axisAround, lossPlane, type LossPlane } from './lossPlane.ts';

export interface PenaltyPlane extends LossPlane {
  /** The two weights, as `w of x, neuron 1` would call them: input and neuron, from 0. */
  readonly names: readonly [PlaneWeight, PlaneWeight];
  /** Where the net is. */
  readonly at: readonly [number, number];
}
export interface PlaneWeight {
  readonly input: string;
  readonly unit: number;
}

/** The loss over the weights of the first two inputs in one neuron of the first layer (0: the one whose two are the most unequal), around 0, the others as they are now. */
export function* penaltyPlane(
  run: LiveRun,
  unit: number,
  size: number,
): Generator<number, PenaltyPlane | null> {
  const layer = firstLayerOf(run.net.plan);
  if (!layer || layer.inputs < 2) return null;
  const own = byInequality(run, layer)[unit % layer.units];
  const [x, y] = [layer.weights + own, layer.weights + layer.units + own];
  const at = [run.net.parameters[x], run.net.parameters[y]] as const;
  const reach = 1.25 * Math.max(Math.abs(at[0]), Math.abs(at[1]), 0.4);
  const [first, second] = run.plan.fitted.preparation.features;
  const plane = yield* lossPlane(
    run.net,
    run.trainer.batch.part,
    [axisAround(x, 0, reach), axisAround(y, 0, reach)],
    size,
  );
  return {
    ...plane,
    at,
    names: [
      { input: first.name, unit: own },
      { input: second.name, unit: own },
    ],
  };
}

/** Neurons of the first layer, those whose two weights are the most unequal first: there a penalty would spare one of the two. */
function byInequality({ net: { parameters } }: LiveRun, { units, weights }: FirstLayer): number[] {
  const sizes = (unit: number) => [0, 1].map((input) => Math.abs(parameters[weights + input * units + unit]));
  const ratio = (unit: number) => Math.max(...sizes(unit)) / Math.max(Math.min(...sizes(unit)), 1e-9);
  return Array.from({ length: units }, (_, unit) => unit).sort((a, b) => ratio(b) - ratio(a));
}
