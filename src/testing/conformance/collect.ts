import type { ConformanceOutcome } from './outcome.ts';

/** All outcomes of a check, for tests. */
export async function collect(outcomes: AsyncIterable<ConformanceOutcome>): Promise<ConformanceOutcome[]> {
  const all: ConformanceOutcome[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}
