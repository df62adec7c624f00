import { apart, committee, meanOf } from './committee.ts';
import type { Query } from './define.ts';
import { atOnce } from './portions.ts';

export interface CommitteeInput {
  readonly nets: number;
  readonly grid: number;
}

/** Surfaces as in a frame, [outputs][grid][grid]. */
export interface CommitteeAnswer {
  readonly grid: number;
  readonly members: readonly Float32Array[];
  readonly mean: Float32Array;
  readonly full: Float32Array;
  /** For each member, neurons that are on. */
  readonly kept: readonly number[];
  /** Neurons that dropout may switch off; 0 where there is no dropout. */
  readonly neurons: number;
  /** Between the mean of the first 1, 2, 3... members and the full net. */
  readonly distances: readonly number[];
  readonly apart: { readonly mean: number; readonly most: number };
  /** Mean distance of a single member from the full net. */
  readonly single: number;
}

/** Nets that dropout leaves in as many steps from the next one on, beside the full net. */
export const committeeSurfaces: Query<CommitteeInput, CommitteeAnswer> = ({ nets, grid }, { run }) => {
  const { live } = run;
  const surfaces = run.surfaces(grid);
  const made = atOnce(
    committee({
      executor: live.plan.setting.executor,
      plan: live.net.plan,
      weights: live.weights,
      seed: live.plan.setting.recipe.seed,
      firstStep: live.steps + 1,
      nets,
      features: surfaces.inputs,
    }),
  );
  const members = made.thinned.map((raw) => surfaces.outputsOf(raw));
  const full = surfaces.outputsOf(made.full);
  const mean = meanOf(members);
  return {
    grid,
    members,
    mean,
    full,
    kept: made.masks.map((masks) => masks.reduce((sum, mask) => sum + mask.reduce((a, b) => a + b, 0), 0)),
    neurons: made.masks[0].reduce((sum, mask) => sum + mask.length, 0),
    distances: members.map((_, last) => apart(meanOf(members.slice(0, last + 1)), full).mean),
    apart: apart(mean, full),
    single: members.reduce((sum, own) => sum + apart(own, full).mean, 0) / members.length,
  };
};
