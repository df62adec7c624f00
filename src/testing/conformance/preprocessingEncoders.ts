import {
  fitCategories,
  fitOneHot,
  fitOrdinal,
  RARE,
  slotFinder,
  type Categories,
  type CategorySettings,
  type OneHotSettings,
} from '../../data/prepare/index.ts';
import type { Verdict } from './preprocessingMatrix.ts';

type Word = string | number | null;

export interface EncoderCase {
  readonly transformer: string;
  readonly options: Record<string, unknown>;
  readonly given: readonly (readonly Word[])[] | readonly Word[];
  readonly given_test?: readonly (readonly Word[])[];
  readonly fitted: Record<string, unknown>;
  readonly train: unknown;
  readonly test?: unknown;
  readonly inverse_of_test?: unknown;
}

/** A scikit-learn encoder made of ours: rows of words in, rows of numbers out. */
interface Encoder {
  readonly fitted: Record<string, unknown>;
  apply(rows: readonly (readonly Word[])[]): number[][];
  invert(rows: readonly (readonly number[])[]): Word[][];
}

const handled = (
  'handle_unknown drop min_frequency max_categories categories unknown_value ' +
  'sparse sparse_output dtype neg_label pos_label'
).split(' ');

export function checkEncoder(each: EncoderCase): Verdict {
  const other = Object.keys(each.options).filter((name) => !handled.includes(name));
  const isTable = Array.isArray(each.given[0]);
  const rows = (isTable ? each.given : each.given.map((word) => [word])) as readonly (readonly Word[])[];
  const hasMissing = [...rows, ...(each.given_test ?? [])].some((row) => row.includes(null));
  const build = builders[each.transformer];
  if (other.length > 0 || hasMissing || !build) {
    const why = hasMissing ? 'missing values among categories' : JSON.stringify(each.options);
    return { status: 'unsupported', detail: `${each.transformer} with ${why}` };
  }
  return compare(each, rows, build(each.options, rows));
}

function compare(each: EncoderCase, rows: readonly (readonly Word[])[], encoder: Encoder): Verdict {
  const { given_test: testRows, test, inverse_of_test: inverse } = each;
  const encoded = testRows ? attempt(() => encoder.apply(testRows)) : undefined;
  const isList = Array.isArray(each.train) && !Array.isArray(each.train[0]);
  const train = encoder.apply(rows);
  const pairs: [string, unknown, unknown][] = [
    ...Object.entries(encoder.fitted).map(([name, value]): [string, unknown, unknown] => [
      name,
      value,
      each.fitted[name] ?? value,
    ]),
    ['train', isList ? train.flat() : train, each.train],
    ...(test === undefined ? [] : [['test', encoded ?? 'error', test] as [string, unknown, unknown]]),
    ...(inverse === undefined || !encoded
      ? []
      : [['inverse', encoder.invert(encoded), inverse] as [string, unknown, unknown]]),
  ];
  const off = pairs.find(([, actual, expected]) => JSON.stringify(actual) !== JSON.stringify(expected));
  return off ? { status: 'failed', detail: `${off[0]}: ${JSON.stringify(off[1])}` } : { status: 'passed' };
}

function attempt(encode: () => number[][]): number[][] | undefined {
  try {
    return encode();
  } catch {
    return undefined;
  }
}

const builders: Record<
  string,
  (options: Record<string, unknown>, rows: readonly (readonly Word[])[]) => Encoder
> = {
  OneHotEncoder(options, rows) {
    const columns = columnsOf(options, rows);
    const encoders = columns.map(({ categories }, i) =>
      fitOneHot({ drop: dropOf(options.drop, i) }, categories),
    );
    return {
      fitted: {
        categories_: columns.map(({ all }) => all),
        ...(options.drop ? { drop_idx_: encoders.map(({ dropped }) => dropped) } : {}),
        ...(options.min_frequency || options.max_categories
          ? {
              infrequent_categories_: columns.map(({ categories, back }) =>
                categories.rare.length > 0 ? categories.rare.map(back) : null,
              ),
            }
          : {}),
      },
      apply: (given) =>
        given.map((row) => encoders.flatMap((encoder, i) => [...encoder.apply(String(row[i]))])),
      invert: (encoded) =>
        encoded.map((row) => {
          let start = 0;
          return encoders.map((encoder, i) =>
            columns[i].back(encoder.invert(row.slice(start, (start += encoder.width)))),
          );
        }),
    };
  },

  OrdinalEncoder(options, rows) {
    const columns = columnsOf(options, rows);
    const unknownValue = typeof options.unknown_value === 'number' ? options.unknown_value : undefined;
    const encoders = columns.map(({ categories }) => fitOrdinal({ unknownValue }, categories));
    return {
      fitted: { categories_: columns.map(({ all }) => all) },
      apply: (given) => given.map((row) => encoders.map((encoder, i) => encoder.apply(String(row[i])))),
      invert: (encoded) =>
        encoded.map((row) => row.map((code, i) => columns[i].back(encoders[i].invert(code)))),
    };
  },

  LabelEncoder(options, rows) {
    const [{ all, categories, back }] = columnsOf(options, rows);
    const slotOf = slotFinder(categories);
    return {
      fitted: { classes_: all },
      apply: (given) => given.map(([label]) => [slotOf(String(label))]),
      invert: (encoded) => encoded.map(([code]) => [back(categories.levels[code])]),
    };
  },

  LabelBinarizer({ neg_label: negative = 0, pos_label: positive = 1 }, rows) {
    const [{ all, categories, back }] = columnsOf({}, rows);
    const { apply } = fitOneHot({ drop: 'ifBinary' }, categories);
    return {
      fitted: { classes_: all },
      apply: (given) =>
        given.map(([label]) =>
          [...apply(String(label))].map((bit) => Number(bit === 1 ? positive : negative)),
        ),
      invert: (encoded) => encoded.map((row) => [back(categories.levels[row.indexOf(Number(positive))])]),
    };
  },
};

interface EncodedColumn {
  readonly categories: Categories;
  /** As scikit-learn lists them: rare ones among the others. */
  readonly all: readonly Word[];
  /** From our words to the reference's: numbers where they were, and its own name for the rare ones. */
  back(word: string | null): Word;
}

function columnsOf(options: Record<string, unknown>, rows: readonly (readonly Word[])[]): EncodedColumn[] {
  return rows[0].map((_, i) => {
    const words = rows.map((row) => row[i]);
    const numeric = words.every((word) => typeof word === 'number');
    const order = Array.isArray(options.categories)
      ? (options.categories[i] as Word[]).map(String)
      : undefined;
    const settings: CategorySettings = {
      order,
      numeric,
      rareBelow: (options.min_frequency as number | null) ?? 0,
      most: options.max_categories as number | null,
      unknown: unknownPolicies[(options.handle_unknown ?? 'error') as string],
    };
    const counts = new Map<string, number>();
    for (const word of words) counts.set(String(word), (counts.get(String(word)) ?? 0) + 1);
    const back = (word: string | null): Word =>
      word === RARE ? 'infrequent_sklearn' : word !== null && numeric ? Number(word) : word;
    const all = fitCategories({ ...settings, rareBelow: 0, most: null }, counts, 0).levels.map(back);
    return { categories: fitCategories(settings, counts, 0), all, back };
  });
}

const unknownPolicies: Record<string, CategorySettings['unknown']> = {
  error: 'error',
  ignore: 'zeros',
  infrequent_if_exist: 'rare',
  use_encoded_value: 'zeros',
};

function dropOf(drop: unknown, column: number): OneHotSettings['drop'] {
  if (drop === 'first') return 'first';
  if (drop === 'if_binary') return 'ifBinary';
  return Array.isArray(drop) ? { category: String(drop[column]) } : 'none';
}
