import { lanes } from '../../../run/lanes.svelte.ts';
import { isRecord } from '../../../state/path.ts';
import { studio } from '../../../state/studio.svelte.ts';
import {
  choicesIn,
  plainLayer,
  readModel,
  writeLayers,
  writeModel,
  type Choice,
  type ModelView,
} from './modelView.ts';

/** The recipe's model for panels: what is seen of it, and how it is changed. */
export class ModelState {
  /** A list is wanted though layers could be shown in the other form. */
  #asList = $state(false);

  get #model(): Readonly<Record<string, unknown>> {
    const model = studio.valueOf('recipe.model');
    return isRecord(model) ? model : {};
  }
  readonly #view = $derived.by(() => readModel(this.#model, lanes.a.opened?.recipe['model']));

  get isLinear(): boolean {
    return this.#model['kind'] === 'linear';
  }
  /** Null where it is linear, or a list of layers. */
  get view(): ModelView | null {
    return this.#asList && this.#model['kind'] === 'layers' ? null : this.#view;
  }
  get kind(): 'net' | 'linear' | 'list' {
    if (this.isLinear) return 'linear';
    return this.view ? 'net' : 'list';
  }
  get listed(): readonly Choice[] {
    return choicesIn(this.#model['layers']);
  }

  set(view: ModelView, gather = false): void {
    studio.edit('recipe.model', writeModel(view), gather ? { gather: 'recipe.model' } : {});
  }

  setListed(layers: readonly Choice[], gather = false): void {
    if (layers.length > 0)
      studio.edit('recipe.model.layers', layers, gather ? { gather: 'recipe.model' } : {});
  }

  setKind(kind: 'net' | 'linear' | 'list'): void {
    this.#asList = kind === 'list';
    if (kind === this.kind) return;
    if (kind === 'linear') studio.edit('recipe.model', { kind: 'linear' });
    if (kind === 'net') this.set(this.#view ?? start);
    if (kind === 'list')
      studio.edit('recipe.model', writeLayers(this.#view?.layers.length ? this.#view : start));
  }
}

const start: ModelView = {
  layers: [plainLayer, { ...plainLayer, units: 2 }],
  inputDropout: 0,
  linearPath: 'none',
  outputActivation: null,
};
