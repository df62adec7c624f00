/** What the schema of recipes says of every choice, as plain JSON. build/catalogue.ts makes it; nothing here is written by hand. */
export interface Catalogue {
  /** The recipe's sections. */
  readonly recipe: Fields;
  readonly things: Readonly<Record<ThingKind, Readonly<Record<string, Thing>>>>;
  readonly metrics: readonly Metric[];
  readonly datasets: readonly Dataset[];
}

/** Lists of things that are chosen by name. */
export type ThingKind =
  | 'activations'
  | 'initializers'
  | 'layers'
  | 'losses'
  | 'optimizers'
  | 'orders'
  | 'penalties'
  | 'scalers'
  | 'schedules';

export type Fields = Readonly<Record<string, FieldSpec>>;

/** One field. Several of `type`, `words` and `nullable` may hold: `auto`, or a number from 1, or null. */
export interface FieldSpec {
  readonly type?: 'number' | 'integer' | 'boolean' | 'text' | 'list' | 'section' | 'thing' | 'record';
  /** Fixed words (or numbers) that may stand there, the first choice first. */
  readonly words?: readonly (string | number)[];
  readonly nullable?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Exclusive bounds. */
  readonly above?: number;
  readonly below?: number;
  /** Left out where there is none. */
  readonly default?: unknown;
  /** Of a list. */
  readonly items?: FieldSpec;
  /** Of a list that has so many items, never more or fewer. */
  readonly length?: number;
  /** Of a section. */
  readonly fields?: Fields;
  /** Of a section whose `kind` decides on its fields. */
  readonly kinds?: Readonly<Record<string, Fields>>;
  /** Of a thing chosen by name: from which list. */
  readonly list?: ThingKind;
}

export interface Thing {
  readonly fields: Fields;
  /** Losses: for which tasks they can be chosen; everything else: left out. */
  readonly tasks?: readonly Task[];
  /** Losses: those that want the same targets and as many outputs have the same here, and can be used together. */
  readonly form?: string;
}

export type Task = 'classification' | 'regression';

export interface Metric {
  readonly name: string;
  readonly task: Task;
  readonly better: 'higher' | 'lower';
}

export interface Dataset {
  readonly name: string;
  readonly task: Task;
  /** Of the picture; 0 where the target is a number. */
  readonly classes: number;
  /** Where it comes with any number of classes. */
  readonly classCount: { readonly least: number; readonly most: number } | null;
  /** Some of its points without noise: three characters a point, x and y from -6 to 6, then class or value; see `datasetPoints`. */
  readonly points: string;
}

/** What a person reads of it, in the library's own English: loaded when first asked for. */
export interface CatalogueTexts {
  readonly things: Readonly<Record<ThingKind, Readonly<Record<string, ThingText>>>>;
  /** A sentence for each field, by its key (see `fieldKey`). */
  readonly fields: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, string>>;
  readonly datasets: Readonly<Record<string, string>>;
}

export interface ThingText {
  readonly summary: string;
  readonly formula?: string;
}
