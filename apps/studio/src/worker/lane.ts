import type { EpochRow, Frame, Problem, Reply, Request, Wants } from '../run/contract.ts';
import { NeumannError } from '../../../../src/errors.ts';
import { same } from '../state/same.ts';
import { FrameMaker } from './frameMaker.ts';
import { LaneRun } from './laneRun.ts';
import { Pacer, type Goal } from './pacer.ts';
import { problemOf } from './problemOf.ts';
import { answer } from './queries/index.ts';
import type { Look } from './shownWeights.ts';
import { RowsToTell } from './rowsToTell.ts';
import { missingSimd } from './simd.ts';
import { Speed } from './speed.ts';

type Post = (reply: Reply, transfer?: Transferable[]) => void;
type FrameRequest = Extract<Request, { type: 'frame' }>;

/** Pictures may take this share of the time while it trains; sending them takes some more. */
const PICTURES = 0.16;

/** The worker's side of a lane: hears what the page asks, trains between the messages. */
export class LaneHost {
  readonly #post: Post;
  readonly #frames = new FrameMaker();
  readonly #pacer = new Pacer();
  readonly #speed = new Speed();
  readonly #channel = new MessageChannel();
  #run: LaneRun | null = null;
  #generation = 0;
  #look: Look = 'now';
  readonly #rows = new RowsToTell();
  /** Epochs whose net was changed by hand since the last frame. */
  #rescored: EpochRow[] = [];
  #warnings: Problem[] = [];
  #ticking = false;
  #wanted: FrameRequest | null = null;
  /** The page leads: the frame waits until the step is there that was asked for with it. */
  #led = false;
  #framesRestUntil = 0;
  /** A frame would show something else than the last one did. */
  #changed = true;
  #wants: Wants | null = null;

  constructor(post: Post) {
    this.#post = post;
    this.#channel.port1.onmessage = () => this.#tick();
  }

  hear(request: Request): void {
    this.#guard(() => {
      this.#do(request);
      this.#frameIfDue();
    });
  }

  /** Ends everything; for tests, for a worker is simply terminated. */
  close(): void {
    this.#pacer.stop();
    this.#run?.close();
    this.#run = null;
    this.#channel.port1.close();
  }

  #do(request: Request): void {
    if (request.type !== 'frame' && request.type !== 'query') this.#changed = true;
    if (request.type === 'open') return void this.#open(request);
    const run = this.#run;
    if (!run) return this.#doWithout(request);
    const { live } = run;
    switch (request.type) {
      case 'play':
        if (!this.#pacer.goal) this.#look = 'now';
        this.#led = false;
        return this.#start({ pace: request.pace });
      case 'pause':
        return this.#pacer.stop();
      case 'advance':
        this.#look = 'now';
        this.#led = false;
        return this.#start({ lastStep: lastStepOf(run, request, this.#pacer.goal) });
      case 'rewind':
        return this.#rewind(run);
      case 'look':
        this.#look = request.epoch;
        return;
      case 'setParameter':
        this.#rescored.push(run.setParameter(request.index, request.value));
        this.#look = 'now';
        return;
      case 'undoParameter': {
        const row = run.undoParameter();
        if (row) this.#rescored.push(row);
        this.#look = 'now';
        return;
      }
      case 'frame':
        this.#frames.giveBack(request.spent);
        this.#wanted = request;
        this.#changed ||= !same(request.wants, this.#wants);
        this.#led = request.to !== undefined;
        if (request.to !== undefined && request.to > live.steps) this.#start({ lastStep: request.to });
        return;
      case 'query':
        return void this.#query(run, request);
    }
  }

  #doWithout(request: Request): void {
    if (request.type !== 'query') return;
    const problem = { code: 'laneClosed', text: 'There is no run yet that could be asked.' };
    this.#post({ type: 'failed', id: request.id, problem });
  }

  /** The old run stays until the new one is planned: a setting that cannot be does not take the picture away. */
  async #open({ id, job, wants }: Extract<Request, { type: 'open' }>): Promise<void> {
    this.#pacer.stop();
    try {
      const lacking = missingSimd();
      if (lacking) throw new NeumannError(lacking.code, lacking.text);
      const run = await LaneRun.open(job);
      this.#pacer.stop();
      this.#run?.close();
      this.#run = run;
      this.#begin(run);
      const { frame, transfer } = this.#makeFrame(run, wants);
      this.#post({ type: 'opened', id, opened: run.opened, frame }, transfer);
    } catch (error) {
      this.#post({ type: 'refused', id, problem: problemOf(error) });
    }
    this.#guard(() => this.#frameIfDue());
  }

  #begin(run: LaneRun): void {
    this.#generation++;
    this.#look = 'now';
    this.#rows.start(run.start);
    this.#rescored = [];
    this.#warnings = [];
    this.#speed.reset();
  }

  #rewind(run: LaneRun): void {
    this.#pacer.stop();
    run.rewind();
    this.#begin(run);
  }

  #start(goal: Goal): void {
    const now = performance.now();
    if (!this.#pacer.goal) this.#speed.start(now, this.#run!.live.steps, this.#led);
    this.#pacer.start(goal, now);
    if (!this.#ticking) this.#tick();
  }

  /** A stretch of training, then the page's turn, then the next. */
  #tick(): void {
    this.#ticking = false;
    this.#guard(() => {
      const next = this.#train();
      this.#frameIfDue();
      if (next !== null) this.#tickAgain(next);
    });
  }

  #tickAgain(milliseconds: number): void {
    this.#ticking = true;
    if (milliseconds > 0) setTimeout(() => this.#tick(), milliseconds);
    else this.#channel.port2.postMessage(null);
  }

  /** Milliseconds until the next stretch; null where there is none. */
  #train(): number | null {
    const run = this.#run;
    if (!run || !this.#pacer.goal) return null;
    const { live } = run;
    const before = live.steps;
    const { portion, next } = this.#pacer.beat(performance.now(), before, live.trainer.stepsPerEpoch);
    if (portion) this.#take(run, run.advance(portion));
    this.#pacer.took(live.steps - before);
    this.#changed ||= live.steps > before;
    const { goal } = this.#pacer;
    if ('pace' in goal || this.#led) this.#speed.note(performance.now(), live.steps);
    if (live.outcome || ('lastStep' in goal && live.steps >= goal.lastStep)) this.#pacer.stop();
    return this.#pacer.goal ? next : null;
  }

  #take(run: LaneRun, { epochs, warnings }: ReturnType<LaneRun['advance']>): void {
    for (const row of epochs) this.#rows.add(row);
    this.#warnings.push(...warnings);
    // The best weights were kept before, as they were learned.
    if (run.live.outcome && run.live.edited) this.#rescored.push(run.rescore());
  }

  /**
   * While it trains, a frame waits until there is something new to see, and frames rest for some five times as long as one took: so training
   * has its share of even the largest net's time.
   */
  #frameIfDue(): void {
    const run = this.#run;
    const started = performance.now();
    if (!run || !this.#wanted) return;
    const rests = this.#led || !this.#changed || started < this.#framesRestUntil;
    if (this.#pacer.goal && rests) return;
    const { id, wants } = this.#wanted;
    this.#wanted = null;
    const { frame, transfer } = this.#makeFrame(run, wants);
    this.#post({ type: 'frame', id, frame }, transfer);
    const now = performance.now();
    this.#framesRestUntil = now + (now - started) * (1 / PICTURES - 1);
  }

  #makeFrame(run: LaneRun, wants: Wants): { readonly frame: Frame; readonly transfer: ArrayBuffer[] } {
    const made = this.#frames.make(run, wants, {
      generation: this.#generation,
      playing: this.#pacer.goal !== null,
      stepsPerSecond: this.#speed.stepsPerSecond,
      look: this.#look,
    });
    // Only now, for what a frame that fails took with it would never be told.
    const frame: Frame = {
      ...made.frame,
      epochs: this.#rows.take(),
      rescored: this.#rescored,
      warnings: this.#warnings,
    };
    this.#rescored = [];
    this.#warnings = [];
    this.#changed = false;
    this.#wants = wants;
    return { frame, transfer: made.transfer };
  }

  async #query(run: LaneRun, { id, name, input }: Extract<Request, { type: 'query' }>): Promise<void> {
    try {
      const progress = (share: number) => this.#post({ type: 'progress', id, share });
      this.#post({ type: 'answer', id, answer: await answer(name, input, run, progress) });
    } catch (error) {
      this.#post({ type: 'failed', id, problem: problemOf(error) });
    }
  }

  /** What fails is told, and ends what was under way: the page asks anew. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#pacer.stop();
      this.#wanted = null;
      this.#post({ type: 'failed', id: null, problem: problemOf(error) });
    }
  }
}

/** Steps asked for while others are on their way come after them: no press is lost to a net that has not yet done what the last one asked. */
function lastStepOf(
  { live }: LaneRun,
  { steps = Infinity, epochs }: { readonly steps?: number; readonly epochs?: number },
  goal: Goal | null,
): number {
  const { stepsPerEpoch, progress } = live.trainer;
  const from = goal && 'lastStep' in goal ? goal.lastStep : live.steps;
  const stepInEpoch = (progress.stepInEpoch + from - live.steps) % stepsPerEpoch;
  const inEpochs = epochs === undefined ? Infinity : epochs * stepsPerEpoch - stepInEpoch;
  return from + Math.min(steps, inEpochs);
}
