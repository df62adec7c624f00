/** What was there before and what was undone. States are never changed, so keeping one costs nothing but its differences. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The edits that the present is being gathered from, and the time of the last of them. */
  readonly gathering: { readonly key: string; readonly at: number } | null;
}

const LONGEST = 200;
/** Edits of one kind that follow each other faster (a slider being drawn, a name being typed) are one step of undo. */
const GATHERED_WITHIN_MS = 1000;

export const startHistory = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  gathering: null,
});

export function advance<State>(
  { past, present, gathering }: History<State>,
  next: State,
  at: number,
  gather?: string,
  within = GATHERED_WITHIN_MS,
): History<State> {
  const goesOn = gather !== undefined && gathering?.key === gather && at - gathering.at <= within;
  return {
    past: goesOn ? past : [...past, present].slice(-LONGEST),
    present: next,
    future: [],
    gathering: gather === undefined ? null : { key: gather, at },
  };
}

export function goBack<State>({ past, present, future, gathering }: History<State>): History<State> {
  if (past.length === 0) return { past, present, future, gathering };
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future], gathering: null };
}

export function goForward<State>({ past, present, future, gathering }: History<State>): History<State> {
  if (future.length === 0) return { past, present, future, gathering };
  return { past: [...past, present], present: future[0], future: future.slice(1), gathering: null };
}
