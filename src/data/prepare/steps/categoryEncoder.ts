import { NeumannError } from '../../../errors.ts';
import { pow } from '../../../numeric/index.ts';
import { NOWHERE, REFUSED, slotFinder, slotNames } from '../encoders/categories.ts';
import { scalerOf } from '../scalers/index.ts';
import type { CategoryStep } from './categoryStep.ts';
import { asNumberWord, readWord, readWords } from './readWords.ts';
import type { Embedding, Encoder, Feature, Sink } from './step.ts';

/** Writes the slot of one row: to features at `at`, or to codes. */
type WriteSlot = (slot: number, row: number, sink: Sink) => void;

/** What an encoding makes of slots. */
interface Encoding {
  readonly features: readonly Feature[];
  readonly embedding: Embedding | null;
  readonly becomes: string;
  readonly write: WriteSlot;
}

const encodings: Record<
  CategoryStep['encoding'],
  (step: CategoryStep, names: readonly string[]) => Encoding
> = {
  oneHot: ({ column }, names) => ({
    features: names.map((name) => ({
      name: `${column} = ${name}`,
      column,
      note: `1 where it is ${name}, else 0`,
    })),
    embedding: null,
    becomes: `a column of 0 and 1 for each of ${listed(names)}`,
    write(slot, row, { features, width, at }) {
      const start = row * width + at;
      features.fill(0, start, start + names.length);
      if (slot >= 0) features[start + slot] = 1;
    },
  }),

  binary: ({ column, categories: { missing } }, [no, yes]) => ({
    features: [
      { name: column, column, note: `0 for ${no}, 1 for ${yes}` },
      ...(missing === null
        ? []
        : [{ name: `${column} is missing`, column, note: '1 where missing, else 0' }]),
    ],
    embedding: null,
    becomes: `0 for ${no} and 1 for ${yes}, 0.5 where it is neither${missing === null ? '' : ', and a column of 0 and 1 says where it is missing'}`,
    write(slot, row, { features, width, at }) {
      const start = row * width + at;
      features[start] = slot === 0 || slot === 1 ? slot : 0.5;
      if (missing !== null) features[start + 1] = slot === missing ? 1 : 0;
    },
  }),

  ordinal({ column, scaling }, names) {
    const { apply, describe } = scalerOf(scaling!);
    return {
      features: [{ name: column, column, note: `the place among ${listed(names)}, scaled: ${describe()}` }],
      embedding: null,
      becomes: `its place among ${listed(names)} (from 0), scaled to ${describe()}`,
      write(slot, row, { features, width, at }) {
        features[row * width + at] = slot === NOWHERE ? 0 : apply(slot);
      },
    };
  },

  embedding: ({ column, categories: { unknown } }, names) => ({
    features: [],
    embedding: {
      name: column,
      size: names.length,
      dimension: embeddingDimension(names.length),
      categories: names,
      unknown: unknown ?? names.length - 1,
    },
    becomes: `a learned vector for each of ${listed(names)}`,
    write(slot, row, { codes, codeWidth, codeAt }) {
      codes[row * codeWidth + codeAt] = slot;
    },
  }),
};

/** 1.6 n^0.56, at most 64: fastai's rule of thumb, found by trying tables. */
function embeddingDimension(size: number): number {
  return Math.min(64, Math.round(1.6 * pow(size, 0.56)));
}

export function categoryEncoder(step: CategoryStep): Encoder {
  const { column, categories, numeric } = step;
  const { features, embedding, becomes, write } = encodings[step.encoding](step, slotNames(categories));
  const { slotOf, isKnown } = wordFinder(step);
  const ofWords = lastOf((words: readonly string[]) => ({
    slots: Int32Array.from(words, slotOf),
    unseen: words.map((word) => !isKnown(word)),
  }));
  return {
    column,
    type: numeric ? 'number' : 'text',
    features,
    embedding,
    description: `Becomes ${becomes}${rareNote(step)}${unknownNote(step)}.`,
    encode(values, rows, sink) {
      const { codes, words } = readWords(values);
      const { slots, unseen } = ofWords(words);
      const missing = slotOf(null);
      for (let i = 0; i < rows.length; i++) {
        const code = codes[rows[i]];
        const slot = code < 0 ? missing : slots[code];
        if (slot === REFUSED) throw refused(step, words[code], sink.firstRow + rows[i]);
        if (code >= 0 && unseen[code]) sink.remarks.unseen(column, words[code], sink.firstRow + rows[i]);
        write(slot, i, sink);
      }
    },
    encodeValue(value, sink) {
      const word = readWord(value);
      const slot = slotOf(word);
      if (slot === REFUSED) throw refused(step, word, 0);
      if (word !== null && !isKnown(word)) sink.remarks.unseen(column, word, 0);
      write(slot, 0, sink);
    },
  };
}

/** Remembers what was found for the last argument: the pieces of a column share their words. */
function lastOf<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => (last?.key === key ? last : (last = { key, value: find(key) })).value;
}

/** Looks words up: as they stand, as the number they are, or as another word for the same truth value. */
function wordFinder({ categories, numeric, aliases }: CategoryStep) {
  const find = slotFinder(categories);
  const known = new Set([...categories.levels, ...categories.rare]);
  const ownWord = (word: string) => (numeric && !known.has(word) ? asNumberWord(word) : word);
  const aliasOf = (word: string): number | undefined => {
    const alias = word.trim().toLowerCase();
    return !known.has(ownWord(word)) && Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
  };
  return {
    slotOf: (word: string | null): number =>
      word === null ? find(null) : (aliasOf(word) ?? find(ownWord(word))),
    isKnown: (word: string): boolean => known.has(ownWord(word)) || aliasOf(word) !== undefined,
  };
}

function refused({ column, categories }: CategoryStep, word: string | null, row: number): NeumannError {
  return new NeumannError(
    'unknown-category',
    `Column '${column}' holds '${word}' in row ${row + 1}, which no training row has; it knows ${listed([...categories.levels, ...categories.rare])}. Set preparation.unknown=ignore to let it pass.`,
  );
}

const MANY = 8;

function listed(names: readonly string[]): string {
  if (names.length <= MANY) return names.join(', ');
  return `${names.length} categories (${names.slice(0, MANY - 3).join(', ')}, …)`;
}

function rareNote({ categories: { rare } }: CategoryStep): string {
  if (rare.length === 0) return '';
  return rare.length === 1
    ? `; ${rare[0]} counts as rare`
    : `; ${rare.length} categories count as rare: ${listed(rare)}`;
}

function unknownNote({
  categories: { refuseUnknown, unknown, rare, levels },
  encoding,
}: CategoryStep): string {
  if (refuseUnknown) return '; an unknown one is an error';
  if (unknown === null) return encoding === 'oneHot' ? '; an unknown one is 0 in all' : '';
  return rare.length > 0 && unknown === levels.length
    ? '; so does an unknown one'
    : '; an unknown one has a place of its own';
}
