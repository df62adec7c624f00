import { findField, type FoundField } from '../catalogue/index.ts';
import type { Lane } from '../run/lane.svelte.ts';
import { lanes } from '../run/lanes.svelte.ts';
import { baseRecipe } from '../state/baseRecipe.ts';
import { pathOf, readPath } from '../state/path.ts';
import { same } from '../state/same.ts';
import { startScenario } from '../state/startScenario.ts';
import { studio } from '../state/studio.svelte.ts';

/** One field of the scenario, as a control sees it. */
export class FieldState {
  readonly #path: () => string;

  constructor(path: () => string) {
    this.#path = path;
  }

  get path(): string {
    return this.#path();
  }
  readonly #found = $derived.by((): FoundField | undefined =>
    findField(asRecipe(this.path), (path) => this.#at(path)),
  );

  /** Undefined where the choice in force has no such field. */
  get found(): FoundField | undefined {
    return this.#found;
  }
  /** What holds: what is chosen, else the schema's default. */
  get value(): unknown {
    const own = studio.valueOf(this.path);
    return own === undefined ? this.#found?.spec.default : own;
  }
  /** What the run made of it, where `auto` stands. */
  get resolved(): unknown {
    const lane = laneOf(this.path);
    return lane?.opened ? readPath(lane.opened.recipe, pathOf(this.path).slice(1)) : undefined;
  }
  get changed(): boolean {
    const [root, ...parts] = pathOf(this.path);
    const { scenario } = studio;
    if (root !== 'data')
      return readPath(root === 'other' ? scenario.other : scenario.recipe, parts) !== undefined;
    return readPath(scenario.data, parts) !== this.start;
  }
  get locked(): boolean {
    return studio.locked(this.path);
  }
  get hidden(): boolean {
    return studio.hidden(this.path);
  }
  /** What the lane has to say against this field. */
  get problem(): string | undefined {
    const problem = laneOf(this.path)?.problem;
    return problem && isOf(problem.text, pathOf(this.path).slice(1).join('.'), this.value)
      ? problem.text
      : undefined;
  }

  /** `gather`: moves of one slider, or keys of one field, are undone together. */
  set(value: unknown, gather = false): void {
    const above = pathOf(this.path).slice(0, -1).join('.');
    const field = pathOf(this.path).at(-1)!;
    const owner = studio.valueOf(above);
    const options = gather ? { gather: this.path } : {};
    // A name alone stands for a thing without options: with one it is written out.
    if (typeof owner === 'string' && above.includes('.'))
      studio.edit(above, { name: owner, [field]: value }, options);
    else studio.edit(this.path, this.#isDefault(value) ? undefined : value, options);
  }

  back(): void {
    studio.edit(this.path, this.path.startsWith('data.') ? this.start : undefined);
  }

  /** What the schema says anyhow need not be said, unless the studio's base says otherwise. */
  #isDefault(value: unknown): boolean {
    const [root, ...parts] = pathOf(this.path);
    const base = readPath(baseRecipe(studio.scenario.defaults), parts);
    return root === 'recipe' && base === undefined && same(value, this.#found?.spec.default);
  }

  /** What it was to begin with. */
  get start(): unknown {
    const [root, ...parts] = pathOf(this.path);
    const { defaults } = studio.scenario;
    if (root === 'data') return readPath(startScenario(defaults), [root, ...parts]);
    if (root === 'other') return studio.valueOf(asRecipe(this.path));
    return readPath(baseRecipe(defaults), parts) ?? this.#found?.spec.default;
  }

  #at(path: string): unknown {
    return studio.valueOf(this.path.startsWith('other.') ? path.replace('recipe.', 'other.') : path);
  }
}

const asRecipe = (path: string): string => path.replace(/^other\./, 'recipe.');

function laneOf(path: string): Lane | null {
  return path.startsWith('other.') ? lanes.b : lanes.a;
}

/** A refusal names its field: `Recipe: "optimizer.learningRate" is ...`; one of a formula quotes it. */
function isOf(text: string, path: string, value: unknown): boolean {
  const [, named] = /^Recipe: "([\w.]+)"/.exec(text) ?? [];
  if (named !== undefined) return named === path;
  return typeof value === 'string' && /formula|parameter$/i.test(path) && text.includes(`'${value}'`);
}
