import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import { fillStrategies } from './imputers/imputeNumbers.ts';
import { scalers, type ScalerName } from './scalers/index.ts';

const scalerNames = Object.keys(scalers) as [ScalerName, ...ScalerName[]];
const number = z.number();

/** What may be said of one column, or of all. No defaults here: in `columns` only what is given counts. */
const fields = {
  numbers: z
    .union([z.enum(scalerNames), z.looseObject({ name: z.enum(scalerNames) })])
    .describe("Scaling of numbers: a name, or one with options: { name: 'robust', range: [10, 90] }."),
  missing: z.enum(fillStrategies).describe('What stands for a missing number.'),
  missingConstant: number.describe('The number that stands for a missing one where `missing` is constant.'),
  missingIndicator: z
    .boolean()
    .describe('Whether a column of 0 and 1 says what was missing, where training rows miss values.'),
  categories: z.enum(['oneHot', 'ordinal', 'embedding']).describe('Encoding of categories.'),
  embeddingAbove: z
    .int()
    .min(2)
    .describe('A column with more categories than this gets a learned vector for each.'),
  rareBelow: number
    .min(0)
    .describe('Categories in fewer training rows than this share one slot; below 1, a share of the rows.'),
  unknown: z
    .enum(['ignore', 'own', 'error'])
    .describe(
      'What a category never seen in training does: counts as a rare one, or as none where there are no rare ones; has a slot of its own; is an error.',
    ),
  dates: z.enum(['parts', 'number']).describe('Dates as year, month, weekday, ... or as days alone.'),
};

const defaults = {
  numbers: 'skewAware',
  missing: 'median',
  missingConstant: 0,
  missingIndicator: true,
  categories: 'oneHot',
  embeddingAbove: 50,
  rareBelow: 2,
  unknown: 'ignore',
  dates: 'parts',
} as const;

const columnSettings = z.strictObject(fields);
/** How one column becomes features. */
export type ColumnSettings = z.output<typeof columnSettings>;

/** Settings of a preparation: those of all columns, and in `columns` what differs for some. */
export const preparationSettings = z.strictObject({
  ...columnSettings.partial().shape,
  target: z
    .enum(['standardise', 'minMax', 'none'])
    .optional()
    .describe('Scaling of a numeric target (see fitTarget).'),
  columns: z
    .record(z.string(), columnSettings.partial())
    .optional()
    .describe("What differs for single columns: { age: { numbers: 'robust' } }."),
});
export type PreparationSettings = z.input<typeof preparationSettings>;

/**
 * The settings of every column, defaults filled in.
 * @throws NeumannError for settings that there are not, or for a column that the table has not
 */
export function settingsOfColumns(
  settings: PreparationSettings,
  columns: readonly string[],
): (column: string) => ColumnSettings {
  const parsed = preparationSettings.safeParse(settings);
  if (!parsed.success)
    throw new NeumannError(
      'preparation',
      `The settings of the preparation are not right: ${z.prettifyError(parsed.error)}`,
    );
  const { columns: own = {}, target: _target, ...common } = parsed.data;
  const stray = Object.keys(own).find((name) => !columns.includes(name));
  if (stray !== undefined)
    throw new NeumannError(
      'preparation',
      `preparation.columns speaks of '${stray}', which is no input column; ${hint(stray, columns)}`,
    );
  return (column) => ({ ...defaults, ...common, ...own[column] });
}

function hint(stray: string, columns: readonly string[]): string {
  const likely = didYouMean(stray, columns);
  return likely ? `did you mean '${likely}'?` : `there are: ${columns.join(', ')}.`;
}
