import { NeumannError } from '../../errors.ts';
import type { Recipe } from './schema.ts';

/** What no single field can tell: whether fields go together. */
export function checkRecipe(recipe: Recipe): void {
  checkSplit(recipe.split);
  checkTargets(recipe);
  checkMonitor(recipe);
}

const refuse = (message: string): never => {
  throw new NeumannError('recipe', message);
};

function checkSplit({ kind, train, validation, test, column }: Recipe['split']): void {
  const sum = train + validation + test;
  if (Math.abs(sum - 1) > 1e-9) {
    refuse(
      `Recipe: "split.train", "split.validation" and "split.test" sum to ${Number(sum.toFixed(6))}; they must sum to 1.`,
    );
  }
  if (train === 0) refuse('Recipe: "split.train" is 0; there must be rows to learn from.');
  if (column === null && (kind === 'group' || kind === 'time' || kind === 'column')) {
    refuse(`Recipe: "split.kind" is "${kind}", so "split.column" must name a column.`);
  }
}

function checkTargets({ data, losses }: Recipe): void {
  const twice = data.targets.find((name, index) => data.targets.indexOf(name) !== index);
  if (twice !== undefined) refuse(`Recipe: "data.targets" names "${twice}" twice.`);
  const ignored = data.targets.find((name) => data.ignore.includes(name));
  if (ignored !== undefined)
    refuse(`Recipe: "${ignored}" stands in "data.targets" and in "data.ignore"; it cannot be both.`);
  const stray = losses.find((loss) => data.targets.length > 0 && !data.targets.includes(String(loss.target)));
  if (stray) refuse(`Recipe: a loss is on "${String(stray.target)}", which is not among "data.targets".`);
}

function checkMonitor({ stopping }: Recipe): void {
  if (!/^(train|validation)\.\w+$/.test(stopping.monitor)) {
    refuse(
      `Recipe: "stopping.monitor" is "${stopping.monitor}"; it must be train or validation, a dot, and loss or a metric: validation.loss.`,
    );
  }
}
