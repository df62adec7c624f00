/** Long work in small portions: it yields how much is done (0 to 1) wherever it may pause, and ends with its answer. */
export type Portions<Answer> = Generator<number, Answer>;

/** All at once, for tests and for work that is known to be small. */
export function atOnce<Answer>(work: Portions<Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
