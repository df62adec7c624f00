import type { RecipeEdits } from '../../state/scenario.ts';
import { partOfDesk, type Desk } from './desk.ts';
import { penaltyPlane, type PenaltyPlane } from './penaltyPlane.ts';
import { trainVariants, type Variant } from './trainVariants.ts';

export interface PenaltyInput {
  readonly strength: number;
  readonly epochs: number;
  /** Which neuron of the first layer has the plane's two weights: 0 is the one with the most unequal ones. */
  readonly unit: number;
  readonly size: number;
}

export interface PenaltyStudy {
  /** In the order of `penaltyNames`. */
  readonly variants: readonly Variant[];
  /** Null where the net has no two weights to look at. */
  readonly plane: PenaltyPlane | null;
}

export const penaltyNames = ['none', 'l1', 'l1Proximal', 'l2'] as const;

/** The same net trained with each penalty, and the loss over two of its weights where it ends without any. */
export async function penaltyStudy(input: PenaltyInput, desk: Desk): Promise<PenaltyStudy> {
  const { strength, epochs, unit, size } = input;
  const penalties = penaltyNames.map((name) => (name === 'none' ? [] : [{ name, strength }]));
  const edits = penalties.map((own) => editsWith(own, epochs));
  const variants = await trainVariants({ edits, epochs, weights: true }, partOfDesk(desk, 0, 0.8));
  if (variants[0].problem !== null) return { variants, plane: null };
  const run = await desk.openRun(edits[0]);
  try {
    run.advance({ epochs });
    const work = penaltyPlane(run, unit, size);
    for (;;) {
      const { done, value } = work.next();
      if (done) return { variants, plane: value };
      desk.progress(0.8 + 0.2 * value);
    }
  } finally {
    run.close();
  }
}

/** To the last of so many epochs, however well it goes: what a penalty does takes its time. */
const editsWith = (penalties: readonly object[], epochs: number): RecipeEdits => ({
  penalties,
  averaging: { decay: null },
  stopping: { epochs, patience: null, restoreBest: false },
});
