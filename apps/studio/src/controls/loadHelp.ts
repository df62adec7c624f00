import {
  keysToTry,
  loadTexts,
  type CatalogueTexts,
  type ThingKind,
  type ThingText,
} from '../catalogue/index.ts';
import type { FieldHelp } from '../words/help.ts';
import type { Language } from '../words/index.ts';

/** The long words of a language: what fields do and things are. Not needed to draw the page, so loaded when first asked for. */
export interface Help {
  field(key: string): FieldHelp | undefined;
  thing(list: ThingKind, name: string): ThingText | undefined;
  metric(name: string): string | undefined;
  dataset(name: string): string | undefined;
  /** As TeX: of the field, or of the thing (`optimizers(adam)`) that it chooses. */
  formula(key: string, chosen?: string): string | undefined;
}

const loaded = new Map<Language, Promise<Help>>();

export function loadHelp(language: Language): Promise<Help> {
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  // What did not come is asked for anew the next time.
  known.catch(() => loaded.delete(language));
  return known;
}

type ByName<Text> = Readonly<Record<string, Text>>;

/** What a language has of its own; the library's English stands for what it leaves out. */
interface Own {
  readonly fields: ByName<FieldHelp>;
  readonly things?: Readonly<Record<string, ByName<string>>>;
  readonly metrics?: ByName<string>;
  readonly datasets?: ByName<string>;
}

const own: Readonly<Record<Language, () => Promise<Own>>> = {
  en: () => import('../words/en/help/index.ts'),
  hu: () => import('../words/hu/help/index.ts'),
};

async function load(language: Language): Promise<Help> {
  const [texts, words, { formulaFor }] = await Promise.all([
    loadTexts(),
    own[language](),
    import('../catalogue/formulas.ts'),
  ]);
  return {
    field: (key) =>
      keysToTry(key)
        .map((one) => words.fields[one])
        .find((help) => help !== undefined),
    thing: (list, name) => thingText(texts, words, list, name),
    metric: (name) => (words.metrics ?? texts.metrics)[name],
    formula: formulaFor,
    dataset: (name) => (words.datasets ?? texts.datasets)[name],
  };
}

/** A formula is the same in every language. */
function thingText(
  texts: CatalogueTexts,
  { things }: Own,
  list: ThingKind,
  name: string,
): ThingText | undefined {
  const english = texts.things[list][name] as ThingText | undefined;
  return english && things ? { ...english, summary: things[list][name] } : english;
}
