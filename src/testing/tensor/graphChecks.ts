import { add, type Executor, gradients, sum, type Tensor } from '../../tensor/index.ts';
import type { Check } from './check.ts';
import { exactly, type Tolerance } from './compare.ts';
import { randomGraph } from './randomGraph.ts';
import { allSameAsReference } from './valueChecks.ts';

const GRAPHS = 60;
/** Tied maxima share gradients in fractions. */
const fractions: Tolerance = { relative: 1e-5, ofLargest: 1e-5 };

/** Graphs that nobody thought of: their values, of whole numbers throughout and so exact, and their gradients. */
export function* graphChecks(executor: Executor): Generator<Check> {
  for (let seed = 0; seed < GRAPHS; seed++) {
    const { inputs, build } = randomGraph(seed);
    yield allSameAsReference(executor, `random graph ${seed}`, inputs, build, exactly);
    const byInputs = (...leaves: Tensor[]): Tensor[] =>
      gradients(
        build(...leaves)
          .map((x) => sum(x))
          .reduce(add),
        leaves,
      );
    yield allSameAsReference(executor, `gradients of random graph ${seed}`, inputs, byInputs, fractions);
  }
}
