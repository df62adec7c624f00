import { isRecord } from '../path.ts';
import { local, session } from './store.ts';

const KEY = 'reached';

/** How far a run was trained. */
export interface Reached {
  /** What the run is made from, as a text. */
  readonly run: string;
  readonly steps: number;
}

/** Notes how far this tab's run is; `own`: it is of one's own work, which the plain address brings back in any tab. */
export function noteReached(reached: Reached, own: boolean): void {
  const text = JSON.stringify(reached);
  session.write(KEY, text);
  if (own) local.write(KEY, text);
}

/** How many steps a run was trained in this tab; where it was opened `plain`, without a link, also in the last one. 0 where it is another run. */
export function reachedSteps(run: string, plain: boolean): number {
  const stores = plain ? [session, local] : [session];
  const texts = stores.map((store) => store.read(KEY));
  return texts.map((text) => stepsIn(text, run)).find((steps) => steps > 0) ?? 0;
}

function stepsIn(text: string | null, run: string): number {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value) || value['run'] !== run) return 0;
    const { steps } = value;
    return typeof steps === 'number' && Number.isSafeInteger(steps) && steps > 0 ? steps : 0;
  } catch {
    return 0;
  }
}
