import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import { balancedClassWeights } from '../../data/prepare/index.ts';
import { findColumn } from '../../data/table/index.ts';
import type { Recipe } from '../recipe/index.ts';
import type { Fitted } from './fit.ts';
import type { ClassWeights } from './partOf.ts';
import type { Problem } from './problem.ts';

/**
 * The weight of each class from the recipe: `balanced` is rows / (classes x rows of the class), counted on the training rows
 * (scikit-learn's), so that all classes count alike.
 */
export function classWeightsOf(
  recipe: Recipe,
  problem: Problem,
  fitted: Fitted,
  rows: Int32Array,
): ClassWeights {
  const { classWeights } = recipe;
  if (classWeights === 'none') return {};
  const classTargets = fitted.targets.filter((target) => target.kind === 'classes');
  if (typeof classWeights === 'object')
    checkNames(
      Object.keys(classWeights),
      classTargets.flatMap(({ classes }) => classes),
    );
  const weights = classTargets.map((target) => {
    const labels = target.encode(findColumn(problem.table, target.name), rows);
    const own =
      classWeights === 'balanced'
        ? balancedClassWeights(labels, target.classes.length)
        : target.classes.map((name) => classWeights[name] ?? 1);
    return [target.name, own] as const;
  });
  return Object.fromEntries(weights);
}

function checkNames(names: readonly string[], classes: readonly string[]): void {
  const stray = names.find((name) => !classes.includes(name));
  if (stray === undefined) return;
  const likely = didYouMean(stray, classes);
  const hint = likely ? ` Did you mean "${likely}"?` : '';
  throw new NeumannError(
    'recipe',
    `Recipe: "classWeights" names "${stray}", which is no class; the classes are ${classes.join(', ')}.${hint}`,
  );
}
