import type { Part } from '../loop/index.ts';
import type { Choice, Things } from '../recipe/index.ts';
import type { Fitted } from './fit.ts';
import { classTargets } from './outputShape.ts';
import type { PreparedRows } from './preparedRows.ts';
import type { Problem } from './problem.ts';

/** Prepared rows with targets in the form the recipe's losses want them in, and weights. */
export function partOf(
  prepared: PreparedRows,
  fitted: Fitted,
  problem: Problem,
  rows: Int32Array,
  losses: readonly Choice[],
  things: Things,
  classWeights: ClassWeights,
): Part {
  const own = prepared.get(rows);
  if (!own) throw new Error('these rows were not prepared');
  const { matrix, labels, values, scaled } = own;
  const targets: Record<string, Int32Array | Float32Array> = { ...scaled };
  for (const target of fitted.targets) {
    if (target.kind === 'number') continue;
    const { name } = losses.find((loss) => loss.target === target.name)!;
    const kind = things.losses[name].target;
    targets[target.name] = classTargets(kind, labels[target.name], target.classes.length);
  }
  const weights = losses.map((loss) =>
    rowWeights(problem, rows, labels[String(loss.target)], classWeights[String(loss.target)]),
  );
  return { ...matrix, codesWidth: fitted.preparation.embeddings.length, targets, labels, values, weights };
}

/** By target, the weight of each class; undefined where all count alike. */
export type ClassWeights = Readonly<Record<string, readonly number[] | undefined>>;

function rowWeights(
  problem: Problem,
  rows: Int32Array,
  labels?: Int32Array,
  classWeights?: readonly number[],
): Float64Array | undefined {
  const { weights } = problem;
  if (!weights && !(labels && classWeights)) return undefined;
  return Float64Array.from(
    rows,
    (row, at) => (weights?.[row] ?? 1) * (labels && classWeights ? classWeights[labels[at]] : 1),
  );
}
