import type { Bounds, EpochRow, LaneJob, Opened, Problem } from '../run/contract.ts';
import { NeumannError } from '../../../../src/errors.ts';
import { featuresNamed } from '../data/features.ts';
import { createWasmExecutor } from '../../../../src/tensor/index.ts';
import type { LiveRun, Portion } from '../../../../src/train/live/index.ts';
import type { Snapshot } from '../../../../src/train/loop/index.ts';
import type { TrainEvent } from '../../../../src/train/events.ts';
import type { ResolvedRecipe } from '../../../../src/train/recipe/index.ts';
import { modelSettings } from '../../../../src/train/setup/trainerSetup.ts';
import { EpochHistory } from './epochHistory.ts';
import { epochRow, metricNames } from './epochRow.ts';
import { hiddenTaps } from './hiddenTaps.ts';
import { inputScalings } from './inputScalings.ts';
import { InsideRows } from './insideRows.ts';
import { maskPlaces } from './maskPlaces.ts';
import { networkShape } from './network.ts';
import { laneTable, openRun, recipeInput, type LaneTable } from './openRun.ts';
import { pointsOf } from './pointsOf.ts';
import { presentEpochOf } from './shownWeights.ts';
import { StepLook } from './stepLook.ts';
import { Surfaces, type SurfaceSettings } from './surfaces.ts';

/** The plane reaches so far either way, before it is stretched and shifted. */
const REACH = 6;

/** More neurons than these are not drawn, nor found again in a picture. */
const MOST_NEURONS = 2000;

/** One run of a lane: its training, its history, and the nets beside it that pictures are made with. */
export class LaneRun {
  readonly job: LaneJob;
  readonly table: LaneTable;
  readonly live: LiveRun;
  readonly opened: Opened;
  readonly history: EpochHistory;
  readonly #surfaceSettings: SurfaceSettings;
  readonly #surfaces = new Map<number, Surfaces>();
  /** The scores of the untrained net. */
  readonly start: EpochRow;
  /** Of the last epoch that was completed, or the untrained net's. */
  #latest: EpochRow;
  /** The present epoch before weights were set by hand; some steps may have been taken since its end. */
  #unedited: { readonly row: EpochRow; readonly weights: Snapshot } | null = null;
  #rows: InsideRows | undefined;
  #step: StepLook | undefined;

  private constructor(job: LaneJob, table: LaneTable, live: LiveRun, history: EpochHistory) {
    this.job = job;
    this.table = table;
    this.live = live;
    this.history = history;
    const { fitted, setting } = live.plan;
    const model = modelSettings(setting);
    const hidden = hiddenTaps(model);
    const network = networkShape(live.net.plan, fitted.preparation, fitted.targets[0], hidden);
    const bounds = boundsOf(job);
    const features = featuresNamed(job.data.features);
    this.#surfaceSettings = {
      executor: createWasmExecutor(),
      model,
      fitted,
      features,
      bounds,
      network,
      hidden,
    };
    this.opened = {
      recipe: setting.recipe,
      task: setting.recipe.task,
      classes: fitted.targets[0].kind === 'classes' ? fitted.targets[0].classes : [],
      parameters: live.planned.parameters,
      stepsPerEpoch: live.trainer.stepsPerEpoch,
      rows: live.planned.rows,
      points: pointsOf(table.points, fitted.targets[0], live.plan.division),
      bounds,
      network,
      inputs: inputScalings(fitted.preparation, setting.recipe),
      metrics: metricNames(live),
      warnings: live.warnings.map(({ code, text }): Problem => ({ code, text })),
    };
    this.start = this.#latest = epochRow(live.look(), this.opened.metrics);
  }

  static async open(job: LaneJob): Promise<LaneRun> {
    const table = laneTable(job);
    // The run is told of its epochs before it is there to be told; none is trained until then.
    const late: { run?: LaneRun } = {};
    const live = await openRun(table, recipeInput(job), {
      watchTest: true,
      onEpoch(epoch, weights) {
        if (late.run) late.run.#keep(epoch, weights);
      },
    });
    const neurons = neuronsOf(live);
    if (neurons > MOST_NEURONS) {
      live.close();
      throw new NeumannError(
        'too-many-neurons',
        `This net has ${neurons} neurons, and the studio draws at most ${MOST_NEURONS}; use fewer, or train it with neumann train.`,
      );
    }
    const run = (late.run = new LaneRun(job, table, live, new EpochHistory(live.weights)));
    run.#keep(0, live.weights);
    return run;
  }

  /** Trains on; gives the rows of the epochs that were completed. */
  advance(portion: Portion): {
    readonly epochs: EpochRow[];
    readonly warnings: Problem[];
    readonly events: readonly TrainEvent[];
  } {
    const events = this.live.advance(portion);
    const { metrics } = this.opened;
    // Where the trainer itself tells of epoch 0 the page knows it already.
    const epochs = events.flatMap((event) =>
      event.type === 'epoch' && event.epoch > 0 ? [epochRow(event, metrics)] : [],
    );
    this.#latest = epochs.at(-1) ?? this.#latest;
    return {
      events,
      epochs,
      warnings: events.flatMap((event) =>
        event.type === 'warning' ? [{ code: event.code, text: event.text }] : [],
      ),
    };
  }

  /** Gives the scores that the present epoch has with it. */
  setParameter(index: number, value: number): EpochRow {
    const { live, history } = this;
    if (!live.undoable) {
      const row = live.outcome ? this.#scores() : this.#latest;
      const { parameters, buffers } = history.at(row.epoch) ?? live.weights;
      this.#unedited = { row, weights: { parameters: parameters.slice(), buffers: buffers.slice() } };
    }
    live.setParameter(index, value);
    return this.rescore();
  }

  /** Takes the weight back that was set last; gives the scores that the present epoch has without it, null where there is none to take back. */
  undoParameter(): EpochRow | null {
    const { live, history } = this;
    if (!live.undoable) return null;
    live.undoParameter();
    if (live.undoable) return this.rescore();
    const { row, weights } = this.#unedited!;
    history.replace(row.epoch, weights);
    return (this.#latest = row);
  }

  /** The present epoch is the net as it is now, a weight set by hand included; gives its scores. */
  rescore(): EpochRow {
    const row = this.#scores();
    this.history.replace(row.epoch, this.live.weights);
    return (this.#latest = row);
  }

  #scores(): EpochRow {
    return { ...epochRow(this.live.look(), this.opened.metrics), epoch: presentEpochOf(this.live) };
  }

  rewind(): void {
    this.live.rewind();
    this.history.clear();
    this.#latest = this.start;
    this.#keep(0, this.live.weights);
  }

  /** Pictures of every neuron on a grid; kept open, for frames ask for the same again and again. */
  surfaces(grid: number): Surfaces {
    const known = this.#surfaces.get(grid);
    if (known) return known;
    const surfaces = new Surfaces(this.#surfaceSettings, grid);
    this.#surfaces.set(grid, surfaces);
    return surfaces;
  }

  /** What goes on inside on training rows. */
  get inside(): InsideRows {
    const { executor, model, network, hidden } = this.#surfaceSettings;
    this.#rows ??= new InsideRows(executor, model, network, hidden, this.live.trainer.batch.part);
    return this.#rows;
  }

  /** The last step from within. */
  get step(): StepLook {
    const { executor, model, network } = this.#surfaceSettings;
    const { trainer, net, plan } = this.live;
    this.#step ??= new StepLook(executor, model, network, maskPlaces(model.model.trunk), {
      part: trainer.batch.part,
      seed: (plan.setting.recipe as ResolvedRecipe).seed,
      slice: net.plan.settings.rows,
    });
    return this.#step;
  }

  close(): void {
    this.live.close();
    this.#rows?.close();
    this.#step?.close();
    for (const surfaces of this.#surfaces.values()) surfaces.close();
  }

  #keep(epoch: number, weights: Snapshot): void {
    const { best } = this.live.trainer.progress.stopping;
    this.history.add(epoch, weights, best?.epoch === epoch);
  }
}

const neuronsOf = ({ net, plan: { fitted, setting } }: LiveRun): number =>
  networkShape(net.plan, fitted.preparation, fitted.targets[0], hiddenTaps(modelSettings(setting))).neurons;

function boundsOf({ data: { stretch, shift } }: LaneJob): Bounds {
  const range = (factor: number, added: number): [number, number] => {
    const ends = [-REACH * factor + added, REACH * factor + added].sort((a, b) => a - b);
    // A plane without any width could not be drawn.
    return factor === 0 ? [added - 1, added + 1] : [ends[0], ends[1]];
  };
  return { x: range(stretch.x, shift.x), y: range(stretch.y, shift.y) };
}
