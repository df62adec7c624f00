/**
 * Everything on the page that is worth keeping: what a link holds, what undo goes through, what a lesson locks. It is plain JSON. A run is
 * a pure function of `data` and `recipe`; `view` changes nothing that is computed.
 */
export interface Scenario {
  /** Version of the studio's starting values that the rest is a difference from; a newer studio keeps the older ones. */
  readonly defaults: number;
  /** Name of the room, as in rooms/index.ts. */
  readonly room: string;
  readonly data: DataSettings;
  /** What differs from `baseRecipe(defaults)`: a nested partial recipe, as src/train takes it. */
  readonly recipe: RecipeEdits;
  /** Side by side: what B does otherwise than A, on top of A's recipe; null when there is no B. Data, split and seed are A's. */
  readonly other: RecipeEdits | null;
  readonly view: ViewSettings;
  readonly lesson: Lesson | null;
}

/** A part of a recipe; leaves are values, lists are replaced as a whole, an object with a `name` replaces one of another name. */
export interface RecipeEdits {
  readonly [field: string]: unknown;
}

/** How the table is made that the run learns from. */
export interface DataSettings {
  /** Name of one of src/data/synthetic; or `drawn`, where all points are drawn by hand and have classes, or `drawnNumbers`, where they have values. */
  readonly dataset: string;
  /** How many classes, for datasets that come with any number of them; 0 takes the dataset's usual number. */
  readonly classes: number;
  readonly rows: number;
  /** Standard deviation by which points are moved, in units of the plane (which spans about -6 to 6). */
  readonly noise: number;
  readonly seed: number;
  /** Share of the rows of every class but the first that are left; 1 keeps all. */
  readonly balance: number;
  /** Share of rows whose label is another class's. */
  readonly mislabelled: number;
  /** Factor on each raw coordinate, then what is added to it: how badly scaled the inputs are. */
  readonly stretch: Pair;
  readonly shift: Pair;
  /** One row is put so far away (in the plane's units, before stretch and shift); 0 puts none. */
  readonly outlier: number;
  /** Which inputs the net sees, by name: x, y, xSquared, ySquared, xy, sinX, sinY... (data/features.ts is the list). */
  readonly features: readonly string[];
  /** Points drawn by hand, added to the dataset's (or all there is, where `dataset` is `drawn`). Target: class number or value. */
  readonly points: readonly DrawnPoint[];
}

export interface Pair {
  readonly x: number;
  readonly y: number;
}
export type DrawnPoint = readonly [x: number, y: number, target: number];

export interface ViewSettings {
  /** Steps or epochs a second while playing; `full` is as fast as the engine goes. */
  readonly pace: Pace;
  /** Parts whose points are drawn. */
  readonly parts: { readonly train: boolean; readonly validation: boolean; readonly test: boolean };
  /** The surface in steps of the decision, or smooth. */
  readonly discrete: boolean;
  readonly hyperplanes: boolean;
  /** Whether curves show the loss with the penalty added. */
  readonly penalty: boolean;
  /** Logarithmic curves. */
  readonly logarithmic: boolean;
  /** The picture that is open below the first ones (rooms/playground/stories/index.ts); null for none. */
  readonly story: string | null;
}

export type Pace = 'step' | 'slow' | 'epoch' | 'fast' | 'full';

/** The teacher's form of a link. */
export interface Lesson {
  readonly title: string;
  readonly text: string;
  /** Controls by path (`data.noise`, `recipe.optimizer`, `view.story`); a path stands for all below it. */
  readonly hidden: readonly string[];
  readonly locked: readonly string[];
  readonly goal: Goal | null;
}

/** All of it must hold at once. */
export interface Goal {
  readonly conditions: readonly GoalCondition[];
}
export interface GoalCondition {
  /** `validation.accuracy`, `train.loss`, `test.r2`... or `neurons`, `parameters`, `epochs`, `steps`. */
  readonly quantity: string;
  readonly relation: 'atLeast' | 'atMost';
  readonly value: number;
}
