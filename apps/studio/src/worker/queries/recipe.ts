import type { ResolvedRecipe } from '../../../../../src/train/recipe/index.ts';
import type { Query } from './define.ts';

/** The run's recipe with every `auto` written out: `neumann train table.csv --recipe recipe.json` trains the same weights by it. */
export const recipe: Query<null, ResolvedRecipe> = (_, { run }) => run.live.planned.recipe;
