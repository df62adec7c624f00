import type { Scenario } from '../state/scenario.ts';
import type { LaneJob } from './contract.ts';
import { mergeEdits } from '../state/mergeEdits.ts';

/** What each lane of a scenario is to run. */
export interface LaneJobs {
  readonly a: LaneJob;
  readonly b: LaneJob | null;
}

export function jobsOf({ data, defaults, recipe, other }: Scenario): LaneJobs {
  const a = { data, defaults, recipe };
  return { a, b: other === null ? null : { data, defaults, recipe: mergeEdits(recipe, other) } };
}
