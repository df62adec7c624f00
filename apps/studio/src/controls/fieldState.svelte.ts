import { problemText } from '../words/problemText.ts';
import { findField, type FoundField } from '../catalogue/index.ts';
import type { Lane } from '../run/lane.svelte.ts';
import { lanes } from '../run/lanes.svelte.ts';
import { baseRecipe } from '../state/baseRecipe.ts';
import { companions } from './companions.ts';
import { nameIn } from './nameIn.ts';
import { needsOptions, newThing } from './newThing.ts';
import { isRecord, pathOf, readPath } from '../state/path.ts';
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
      ? problemText(problem)
      : undefined;
  }

  /** `gather`: moves of one slider, or keys of one field, are undone together. */
  set(chosen: unknown, gather = false): void {
    const list = this.#found?.spec.list;
    const isName = list !== undefined && typeof chosen === 'string';
    const value = isName && needsOptions(list, chosen) ? newThing(list, chosen) : chosen;
    const above = pathOf(this.path).slice(0, -1).join('.');
    const field = pathOf(this.path).at(-1)!;
    const owner = studio.valueOf(above);
    const options = gather ? { gather: this.path } : {};
    const beside = companions(this.#found?.key, value, (at) => studio.valueOf(`${above}.${at}`));
    // An option stands beside the name of what it is of, also where that was not said yet.
    const name = isRecord(owner) && 'name' in owner ? undefined : this.#ownerName(above);
    if (name !== undefined || Object.keys(beside).length > 0)
      studio.edit(above, { ...(isRecord(owner) ? owner : { name }), [field]: value, ...beside }, options);
    else studio.edit(this.path, this.#isDefault(value) ? undefined : value, options);
  }

  /** Of the thing that the field is an option of; undefined for a field of a section. */
  #ownerName(above: string): string | undefined {
    const spec = findField(asRecipe(above), (path) => this.#at(path))?.spec;
    return spec?.list && nameIn(studio.valueOf(above) ?? spec.default);
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
