import { editScenario, otherRecipe, wholeRecipe } from './editScenario.ts';
import { advance, goBack, goForward, startHistory } from './history.ts';
import { lessonCovers } from './lessonCovers.ts';
import { pathOf, readPath } from './path.ts';
import { same } from './same.ts';
import type { Scenario } from './scenario.ts';
import { startScenario } from './startScenario.ts';

/** The page's one store: what is shown and run is a function of its scenario, and changes through `edit` alone. */
export class Studio {
  #history = $state.raw(startHistory(startScenario()));
  readonly #whole = $derived(wholeRecipe(this.scenario));
  readonly #other = $derived(otherRecipe(this.scenario));

  get scenario(): Scenario {
    return this.#history.present;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /**
   * Puts a value at a path that begins with room, data, recipe, other, view or lesson; undefined in a recipe goes back to its base. What a
   * lesson locks stays. Edits with the same `gather` within a second of each other (or `within` so many milliseconds) are one step of undo.
   */
  edit(path: string, value: unknown, { gather, within }: { gather?: string; within?: number } = {}): void {
    if (this.locked(path)) return;
    const next = editScenario(this.scenario, pathOf(path), $state.snapshot(value));
    if (next !== this.scenario) this.#history = advance(this.#history, next, Date.now(), gather, within);
  }

  /** What holds at a path; of a recipe also what its base says. Undefined where the schema's default holds. */
  valueOf(path: string): unknown {
    const [root, ...parts] = pathOf(path);
    const holder = { recipe: this.#whole, other: this.#other }[root];
    const found = holder ? readPath(holder, parts) : readPath(this.scenario, [root, ...parts]);
    if (found !== undefined || parts.at(-1) !== 'name') return found;
    // A name alone stands for a thing without options.
    const thing = holder && readPath(holder, parts.slice(0, -1));
    return typeof thing === 'string' ? thing : undefined;
  }

  undo(): void {
    this.#history = goBack(this.#history);
  }

  redo(): void {
    this.#history = goForward(this.#history);
  }

  /** Another scenario in place of this one; can be undone. */
  reset(scenario: Scenario): void {
    if (!same(scenario, this.scenario)) this.#history = advance(this.#history, scenario, Date.now());
  }

  /** The scenario that the page begins with; nothing to undo. */
  begin(scenario: Scenario): void {
    this.#history = startHistory(scenario);
  }

  locked(path: string): boolean {
    return lessonCovers(this.scenario.lesson, 'locked', path);
  }
  hidden(path: string): boolean {
    return lessonCovers(this.scenario.lesson, 'hidden', path);
  }
}

export const studio = new Studio();
