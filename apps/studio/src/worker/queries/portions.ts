/** Long work in small portions: it yields how much is done (0 to 1) wherever it may pause, and ends with its answer. */
export type Portions<Answer> = Generator<number, Answer>;

export interface Pauses {
  /** Told now and then: the share of the work that is done. */
  progress?(share: number): void;
  /** Lets others have their turn; throws where nobody waits for the answer any more. */
  breathe(): Promise<void>;
}

/** Milliseconds of work between two pauses. */
const PORTION = 12;

/** Works a question out, pausing often enough that a cancellation is heard at once. */
export async function inPortions<Answer>(work: Portions<Answer>, pauses: Pauses): Promise<Answer> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < PORTION) continue;
    pauses.progress?.(value);
    await pauses.breathe();
    since = performance.now();
  }
}

/** All at once, for tests and for work that is known to be small. */
export function atOnce<Answer>(work: Portions<Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
