import type { Component } from 'svelte';
import type { DataSettings, RecipeEdits, ViewSettings } from '../../../state/scenario.ts';
import type { LaterWords } from '../../../words/index.ts';

/** Names of stories; their texts stand in words/ under the same names. */
export type StoryName =
  | 'overfitting'
  | 'scaling'
  | 'committee'
  | 'penalties'
  | 'order'
  | 'twoLosses'
  | 'sideBySide'
  | 'trick'
  | 'step'
  | 'elephant';

export type StoryTexts = Pick<LaterWords['stories'][StoryName], 'lesson' | 'look' | 'attempt'>;

/** The scenario in which a story shows best, as a difference from the studio's first one. */
export interface StorySetting {
  readonly data?: Partial<DataSettings>;
  readonly recipe?: RecipeEdits;
  readonly other?: RecipeEdits;
  readonly view?: Partial<ViewSettings>;
}

/** What a story's component is given: what `view.story` holds behind the name, as the path in `trick:recipe.model.dropout`. */
export type StoryProps = {
  readonly detail?: string;
};

export interface Story {
  readonly name: StoryName;
  load(): Promise<{ readonly default: Component<StoryProps> | Component<Record<string, never>> }>;
  readonly setting?: StorySetting;
}
