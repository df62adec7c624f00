import { lanes } from '../run/lanes.svelte.ts';
import { studio } from '../state/studio.svelte.ts';

/** A weight set by hand comes before what the scenario was before: whatever edit trains anew takes the weight with it. */
export function undo(): void {
  if (lanes.undoable) lanes.undoParameter();
  else studio.undo();
}
