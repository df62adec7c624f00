import { z } from 'zod';
import {
  averagingSection,
  batchesSection,
  clipSection,
  dataSection,
  lossesSection,
  modelSection,
  optimizerSection,
  penaltiesSection,
  scheduleSection,
  splitSection,
  stoppingSection,
} from './sections.ts';
import { preparationSection } from './preparation.ts';
import type { Things } from './things.ts';

/** The version of the recipe's form; raised when an old recipe would mean something else. */
export const RECIPE_VERSION = 1;

/** The one schema of recipes: types, defaults, messages, help and searches all come from it. */
export const recipeSchema = (things: Things) =>
  z.strictObject({
    recipe: z.literal(RECIPE_VERSION).default(RECIPE_VERSION).describe("Version of the recipe's form."),
    seed: z
      .int()
      .min(0)
      .default(0)
      .describe('Where all random numbers come from: the same seed, recipe and table give the same bits.'),
    task: z
      .enum(['auto', 'classification', 'regression'])
      .default('auto')
      .describe('What is predicted; auto looks at the target.'),
    data: dataSection.prefault({}).describe('What the columns are for.'),
    split: splitSection.prefault({}).describe('Which rows train, validate and test.'),
    preparation: preparationSection
      .prefault({})
      .describe('How columns become numbers; fitted on training rows alone.'),
    model: modelSection(things).prefault({ kind: 'mlp' }).describe('The net.'),
    losses: lossesSection(things).describe(
      "What is minimised; empty takes the task's usual loss for each target.",
    ),
    classWeights: z
      .union([z.enum(['none', 'balanced']), z.record(z.string(), z.number().gt(0))])
      .default('none')
      .describe(
        'Weight of each class in the loss: balanced makes all classes count alike; or { "class": weight }.',
      ),
    penalties: penaltiesSection(things).describe(
      'What is added to the loss, or done to the weights after each step.',
    ),
    clip: clipSection.prefault({}).describe('Limits on the gradient.'),
    optimizer: optimizerSection(things)
      .prefault({ name: 'adamW' })
      .describe('How a gradient becomes a step.'),
    schedule: scheduleSection(things)
      .prefault({ name: 'constant' })
      .describe('How the learning rate changes while training.'),
    averaging: averagingSection
      .prefault({})
      .describe('Which weights are kept: the last, or their running average.'),
    batches: batchesSection(things).prefault({}).describe('How rows are grouped into steps.'),
    stopping: stoppingSection.prefault({}).describe('When training ends.'),
  });

/** A whole recipe; `auto` may stand wherever `resolveRecipe` will write a value. */
export type Recipe = z.output<ReturnType<typeof recipeSchema>>;
/** What a person writes: anything may be left out. */
export type RecipeInput = z.input<ReturnType<typeof recipeSchema>>;
