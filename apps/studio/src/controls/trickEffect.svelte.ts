/** Shows what a choice does to the run at hand: trained with and without it, over several seeds. A room's stories provide it. */
export interface TrickEffect {
  /** Whether it can be shown for the field at this path. */
  knows(path: string): boolean;
  show(path: string): void;
}

let provided = $state.raw<TrickEffect | null>(null);

export const trickEffect = {
  get current(): TrickEffect | null {
    return provided;
  },
  /** Until the function given back is called. */
  provide(effect: TrickEffect): () => void {
    provided = effect;
    return () => {
      if (provided === effect) provided = null;
    };
  },
};
