import { z } from 'zod';
import { preparationSettings, type ColumnSettings } from '../../data/prepare/index.ts';
import { settingsOfColumns } from '../../data/prepare/settings.ts';

/** What the data folder takes where nothing is said, written out. */
const defaults: Readonly<Record<string, unknown>> = {
  ...settingsOfColumns({}, [])(''),
  target: 'standardise',
  columns: {},
};

type Preparation = ColumnSettings & {
  target: 'standardise' | 'minMax' | 'none';
  columns: Record<string, Partial<ColumnSettings>>;
};

const fields = Object.entries(preparationSettings.shape).map(([name, field]) => {
  const described: z.ZodType = field.unwrap();
  return [
    name,
    described.default(defaults[name]).describe(field.description ?? described.description ?? ''),
  ] as const;
});

/** How columns become numbers: the data folder's own settings, with their defaults written out. */
export const preparationSection = z.strictObject(Object.fromEntries(fields)) as unknown as z.ZodType<
  Preparation,
  Partial<Preparation>
>;
