import { z } from 'zod';
import { splitKinds } from '../../data/split/index.ts';
import { COLUMN_KINDS } from '../../data/table/index.ts';
import { choice, optionsOf } from './choice.ts';
import type { Things } from './things.ts';

/** A value that `resolveRecipe` finds from the table's size and the task, and writes out. */
const auto = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('auto'), schema]);

const share = z.number().min(0).max(1);
const rate = z.number().min(0).lt(1);
const count = z.int().min(1);
const columns = z.array(z.string());

export const dataSection = z.strictObject({
  targets: columns.default([]).describe('Columns to predict, in order.'),
  ignore: columns.default([]).describe('Columns to leave out altogether.'),
  types: z
    .record(z.string(), z.enum(COLUMN_KINDS))
    .default({})
    .describe('Kind of a column where the one found is wrong: { "zip": "category" }.'),
  weightColumn: z
    .string()
    .nullable()
    .default(null)
    .describe('Column with the weight of each row in the loss.'),
});

export const splitSection = z.strictObject({
  kind: z
    .enum(['auto', ...splitKinds])
    .default('auto')
    .describe(
      'How rows are divided: random; stratified keeps the shares of the classes; group keeps rows with the same value ' +
        'of `column` together; time puts the latest rows by `column` last; column takes train, validation or test from `column`.',
    ),
  train: share.default(0.6).describe('Share of rows to learn from.'),
  validation: share.default(0.2).describe('Share of rows that choose when to stop.'),
  test: share.default(0.2).describe('Share of rows read once, at the end, for the honest score.'),
  column: z.string().nullable().default(null).describe('The column that group, time and column go by.'),
});

const outputActivation = (things: Things) =>
  choice(things.activations)
    .nullable()
    .default(null)
    .describe(
      'On the outputs; null hands the raw outputs to the loss, which is what losses from logits want.',
    );

function mlp(things: Things) {
  return z.strictObject({
    kind: z.literal('mlp').describe('Dense layers one after another.'),
    hidden: auto(z.array(count))
      .default('auto')
      .describe('Units of each hidden layer, first to last; usually 16 to 512.'),
    activation: choice(things.activations).prefault({ name: 'relu' }).describe('Between layers.'),
    dropout: auto(rate)
      .default('auto')
      .describe('Share of hidden units switched off in each step; usually 0 to 0.5.'),
    inputDropout: rate.default(0).describe('Share of inputs switched off in each step; usually 0 to 0.2.'),
    linearPath: auto(z.enum(['none', 'zeros', 'fitted']))
      .default('auto')
      .describe(
        'Weights straight from the inputs to the outputs, beside the hidden layers: none; zeros: they start at nothing; ' +
          'fitted: the net starts as the linear baseline, and learns what that one cannot say.',
      ),
    normalisation: z
      .enum(['none', 'batch', 'layer'])
      .default('none')
      .describe('Normalise before each activation: over the batch, over the layer, or not at all.'),
    initializer: choice(things.initializers)
      .nullable()
      .default(null)
      .describe("Of weight matrices; null takes each layer's own."),
    outputActivation: outputActivation(things),
    members: auto(count)
      .default('auto')
      .describe('Nets trained from different starts, whose predictions are averaged.'),
  });
}

const linear = z.strictObject({
  kind: z.literal('linear').describe('One dense layer: logistic or linear regression.'),
  members: z.literal(1).default(1).describe('A linear model has one best answer, so there is one.'),
});

function layers(things: Things) {
  return z.strictObject({
    kind: z.literal('layers').describe('Layers given one by one; the output layer is added.'),
    layers: z
      .array(
        choice(things.layers, () => ({
          label: z.string().optional().describe('Name of its parameters.'),
        })).describe('One layer.'),
      )
      .min(1)
      .describe('The layers, first to last.'),
    outputActivation: outputActivation(things),
    members: auto(count)
      .default(1)
      .describe('Nets trained from different starts, whose predictions are averaged.'),
  });
}

export const modelSection = (things: Things) =>
  z.discriminatedUnion('kind', [mlp(things), linear, layers(things)]);

export const lossesSection = (things: Things) =>
  z
    .array(
      choice(things.losses, () => ({
        target: z.string().describe('The target column it is measured on.'),
        weight: z.number().gt(0).default(1).describe('Factor of this loss in the sum of all.'),
      })).describe('One loss on one target; a target may have several.'),
    )
    .default([]);

export const penaltiesSection = (things: Things) =>
  z.array(choice(things.penalties).describe('One penalty; several add up.')).default([]);

export const clipSection = z.strictObject({
  norm: z
    .number()
    .gt(0)
    .nullable()
    .default(null)
    .describe('Largest length of the whole gradient; usually 0.5 to 5.'),
  value: z.number().gt(0).nullable().default(null).describe('Largest size of any element of the gradient.'),
});

/** Every optimizer has a learning rate and says whether biases decay; weight decay may be left to the table's size. */
export const optimizerSection = (things: Things) =>
  choice(things.optimizers, (definition) => {
    const { weightDecay } = optionsOf(definition);
    return {
      learningRate: auto(z.number().gt(0))
        .default('auto')
        .describe(
          "Size of a step; auto is the table's size where adamW is used, else the optimizer's usual one.",
        ),
      ...(weightDecay && {
        weightDecay: auto(z.number().min(0))
          .default('auto')
          .describe('How strongly weights shrink in each step; usually 0 to 0.1.'),
      }),
      decayBiases: z
        .boolean()
        .default(false)
        .describe('Whether weight decay acts on biases and norm scales too.'),
    };
  });

export const scheduleSection = (things: Things) => choice(things.schedules);

export const averagingSection = z.strictObject({
  decay: auto(z.number().min(0).lt(1))
    .nullable()
    .default('auto')
    .describe(
      'The model is the running average of the weights over some 1 / (1 - decay) steps, which is steadier than the last ones; ' +
        'usually 0.99 to 0.999; null takes the weights themselves.',
    ),
});

export const batchesSection = (things: Things) =>
  z.strictObject({
    size: z
      .union([z.literal('auto'), z.literal('all'), count])
      .default('auto')
      .describe('Rows of one step; all is the whole training part.'),
    order: choice(things.orders).prefault({ name: 'shuffled' }).describe('In which order rows are visited.'),
    dropLast: z.boolean().default(false).describe('Leave out the short last batch of an epoch.'),
  });

export const stoppingSection = z.strictObject({
  epochs: auto(z.int().min(0)).default('auto').describe('Passes over the training rows at most.'),
  patience: auto(count)
    .nullable()
    .default('auto')
    .describe('Epochs without improvement before stopping; null never stops.'),
  minimumDelta: z.number().min(0).default(0).describe('Smallest gain that counts as an improvement.'),
  monitor: z
    .string()
    .default('validation.loss')
    .describe('What is watched: train or validation, a dot, and loss or a metric.'),
  restoreBest: z.boolean().default(true).describe('Take back the weights of the best epoch at the end.'),
  minutes: z.number().gt(0).nullable().default(null).describe('Stop after so many minutes.'),
  folds: auto(z.union([z.literal(0), z.int().min(2).max(20)]))
    .default('auto')
    .describe(
      'Choose the number of epochs by so many folds of the training and validation rows, then train on all of them; 0 ' +
        'keeps the validation part apart.',
    ),
});
