import { z } from 'zod';

/** How columns become numbers. */
export const preparationSection = z.strictObject({
  numbers: z
    .enum(['standardise', 'minMax', 'robust', 'maxAbs', 'quantile', 'power', 'none'])
    .default('standardise')
    .describe('Scaling of number columns.'),
  missing: z
    .enum(['median', 'mean', 'mostFrequent', 'constant'])
    .default('median')
    .describe('What stands for a missing number.'),
  missingIndicator: z.boolean().default(true).describe('Whether a column of 0 and 1 says what was missing.'),
  categories: z
    .enum(['oneHot', 'ordinal', 'embedding'])
    .default('oneHot')
    .describe('Encoding of categories.'),
  embeddingAbove: z
    .int()
    .min(2)
    .default(50)
    .describe('A column with more categories than this gets a learned vector for each.'),
  unknown: z
    .enum(['ignore', 'error'])
    .default('ignore')
    .describe('What a category never seen in training does.'),
  dates: z.enum(['parts', 'number']).default('parts').describe('What becomes of dates.'),
  target: z
    .enum(['standardise', 'minMax', 'none'])
    .default('standardise')
    .describe('Scaling of a numeric target while training; scores are in its own unit.'),
});
