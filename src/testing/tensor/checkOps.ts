import type { Executor } from '../../tensor/index.ts';
import { assignmentChecks } from './assignmentChecks.ts';
import type { Check } from './check.ts';
import { edgeChecks } from './edgeChecks.ts';
import { graphChecks } from './graphChecks.ts';
import { randomChecks } from './randomChecks.ts';
import { rowChecks } from './rowChecks.ts';
import { shapeChecks } from './shapeChecks.ts';
import { valueChecks } from './valueChecks.ts';

/** The contract of an executor, as named checks: whatever passes them all can train. */
export function* checkOps(executor: Executor): Generator<Check> {
  yield* valueChecks(executor);
  yield* edgeChecks(executor);
  yield* shapeChecks(executor);
  yield* assignmentChecks(executor);
  yield* randomChecks(executor);
  yield* rowChecks(executor);
  yield* graphChecks(executor);
}
