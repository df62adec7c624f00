import { slotNames } from '../../../data/prepare/encoders/categories.ts';
import type { CategoryStep } from '../../../data/prepare/index.ts';
import { blockText, keyText, listText, quoted } from '../code/literals.ts';
import type { Source } from '../code/source.ts';
import type { ColumnCode } from './columnTypes.ts';
import { scaledCode } from './scalingCode.ts';

/** What an encoding makes of a place; `place` is an expression that costs nothing to repeat. */
type EncodingCode = (
  source: Source,
  step: CategoryStep,
  place: string,
) => Pick<ColumnCode, 'features' | 'code'>;

const encodings: Readonly<Record<CategoryStep['encoding'], EncodingCode>> = {
  oneHot(source, { categories }, place) {
    const size = slotNames(categories).length;
    return { features: [`...${source.helper('oneHot')}(${place}, ${size})`], code: null };
  },
  binary(_source, { categories: { missing } }, place) {
    const isMissing = missing === null ? [] : [`${place} === ${missing} ? 1 : 0`];
    return { features: [`${place} === 0 || ${place} === 1 ? ${place} : 0.5`, ...isMissing], code: null };
  },
  ordinal: (source, { scaling }, place) => ({
    features: [`${place} < 0 ? 0 : ${scaledCode(source, scaling!, place)}`],
    code: null,
  }),
  embedding: (_source, _step, place) => ({ features: [], code: place }),
};

/** Where a category that has no place goes: -1 to nothing, -2 to `knownPlace`, which refuses it. */
const NOTHING = -1;
const REFUSED = -2;

export function categoryCode(source: Source, step: CategoryStep, value: string): Omit<ColumnCode, 'column'> {
  const { column, categories, aliases } = step;
  const { refuseUnknown, unknown, missing } = categories;
  const { known, type } = knownCategories(source, step);
  const nowhere = unknown ?? NOTHING;
  const isTruth = Object.keys(aliases).length > 0;
  const given = [value, missing ?? nowhere, refuseUnknown ? REFUSED : nowhere].join(', ');
  const found = isTruth
    ? `${source.helper('truthPlace')}(${known}, ${truthWords(source, aliases)}, ${given})`
    : `${source.helper('place')}(${known}, ${given})`;
  const checked = refuseUnknown
    ? `${source.helper('knownPlace')}(${found}, ${quoted(column)}, ${value})`
    : found;
  const place = source.name(`${column} place`);
  return {
    type: isTruth ? `boolean | ${type}` : type,
    before: [`const ${place} = ${checked};`],
    ...encodings[step.encoding](source, step, place),
  };
}

function truthWords(source: Source, aliases: CategoryStep['aliases']): string {
  const entries = Object.entries(aliases).map(([word, place]) => `${keyText(word)}: ${place},`);
  return source.constant('truth', `new Map(Object.entries(${blockText(entries)}))`);
}

/** So many categories are written out in the row's type; more are named by their list, still more are just words. */
const FEW = 12;
const MANY = 1000;

/** The constant that knows the categories, and their type. */
function knownCategories(
  source: Source,
  { column, categories: { levels, rare, refuseUnknown }, numeric }: CategoryStep,
): { known: string; type: string } {
  const literal = (word: string): string => (numeric && isNumberWord(word) ? word : quoted(word));
  const others = refuseUnknown ? [] : [numeric ? '(number & {})' : '(string & {})'];
  const words = [...levels, ...rare];
  const places = source.helper('places');
  const list = (own: readonly string[]) => listText(own.map(literal));
  if (words.length <= FEW || words.length > MANY) {
    const known = source.constant(column, `${places}(${list(levels)}, ${list(rare)})`);
    const type = words.length <= FEW ? [...words.map(literal), ...others] : [numeric ? 'number' : 'string'];
    return { known, type: type.join(' | ') };
  }
  const named = [
    { wish: `${column} words`, own: levels },
    { wish: `${column} rare`, own: rare },
  ].filter(({ own }) => own.length > 0);
  const lists = named.map(({ wish, own }) => source.constant(wish, `${list(own)} as const`));
  const types = lists.map((own) => `(typeof ${own})[number]`);
  return {
    known: source.constant(column, `${places}(${lists.join(', ')}${rare.length === 0 ? ', []' : ''})`),
    type: [...types, ...others].join(' | '),
  };
}

const isNumberWord = (word: string): boolean => String(Number(word)) === word;
