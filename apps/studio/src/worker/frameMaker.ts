import type { Frame, Wants } from '../run/contract.ts';
import type { Snapshot, TrainerOutcome } from '../../../../src/train/loop/index.ts';
import type { LaneRun } from './laneRun.ts';
import { shownWeights, type Look } from './shownWeights.ts';

/** What a frame tells besides pictures. */
export interface FrameState {
  readonly generation: number;
  readonly playing: boolean;
  readonly stepsPerSecond: number;
  readonly look: Look;
}

type Floats = Float32Array<ArrayBuffer>;

/** Makes frames of a run; arrays that come back from the page are written again. */
export class FrameMaker {
  #spent: Floats[] = [];

  giveBack(arrays: readonly Floats[]): void {
    // Those of a net of another size are of no use any more.
    this.#spent = [...this.#spent, ...arrays].slice(-4);
  }

  make(
    run: LaneRun,
    wants: Wants,
    state: FrameState,
  ): { readonly frame: Omit<Frame, 'epochs' | 'rescored' | 'warnings'>; readonly transfer: ArrayBuffer[] } {
    const { live, history } = run;
    const shown = shownWeights(run, state.look);
    const surfaces = wants.grid > 0 ? this.#surfaces(run, wants, shown.weights) : null;
    const parameters = wants.parameters ? this.#copy(shown.weights.parameters) : null;
    const step = live.lastStep;
    const frame = {
      generation: state.generation,
      playing: state.playing,
      epoch: live.epochs,
      step: live.steps,
      stepsPerSecond: state.stepsPerSecond,
      shownEpoch: shown.epoch,
      best: live.trainer.progress.stopping.best,
      stopped: live.outcome && stoppedOf(live.outcome),
      edited: live.edited,
      undoable: live.undoable,
      history: history.epochs,
      surfaces,
      grid: surfaces ? wants.grid : 0,
      parameters,
      distributions: wants.distributions ? run.inside.distributions(shown.weights, gradientsOf(run)) : null,
      saturation: wants.saturation ? run.inside.saturation(shown.weights) : null,
      batch: step && run.step.look(step, live.plan.division.train),
    };
    return { frame, transfer: [surfaces, parameters].flatMap((array) => array?.buffer ?? []) };
  }

  #surfaces(run: LaneRun, { grid, neurons }: Wants, weights: Snapshot): Floats {
    const surfaces = run.surfaces(grid);
    const array = this.#take(surfaces.length(neurons));
    surfaces.write(weights, neurons, array);
    return array;
  }

  #copy(from: ArrayLike<number>): Floats {
    const array = this.#take(from.length);
    array.set(from);
    return array;
  }

  #take(length: number): Floats {
    const at = this.#spent.findIndex((array) => array.length === length);
    return at < 0 ? new Float32Array(length) : this.#spent.splice(at, 1)[0];
  }
}

const stoppedOf = ({ reason, text, restoredEpoch }: TrainerOutcome): Frame['stopped'] => ({
  reason,
  text,
  restoredEpoch,
});

/** Of the last step, by parameter as the weights are. */
function gradientsOf({ live: { net } }: LaneRun): ArrayLike<number> {
  return net.session.view(net.plan.slots.gradients);
}
