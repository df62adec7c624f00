import { untrack } from 'svelte';
import type { Pace } from '../state/scenario.ts';
import { LaneClient, type LaneReply } from './client.ts';
import type { EpochRow, Frame, LaneJob, Opened, Problem, Request, Wants } from './contract.ts';
import type { QueryAnswer, QueryInput, QueryName } from '../worker/queries/index.ts';
import { appendEpochs } from './epochRows.ts';
import { rescoredEpochs } from './rescoredEpochs.ts';
import { mergedWants } from './wants.ts';

export interface Told {
  readonly frame: Frame | null;
  readonly epochs: readonly EpochRow[];
}
const UNTOLD: Told = { frame: null, epochs: [] };
/** Milliseconds that numbers stand still while it trains. */
export const READING = 80;
/** Milliseconds between two frames at full pace: training comes first, and so many pictures are as good as more. */
const FULL_PACE_FRAME = 40;

/** What is said to the net that is there, and to no other. */
const OF_ITS_NET = new Set<Request['type']>(['setParameter', 'undoParameter', 'look']);

/** The step to train to before the next frame, where the lane is led; who leads is told whether the run goes on. */
interface Destination {
  readonly step: number;
  arrived(going: boolean): void;
}

/**
 * One run as the page sees it. Its worker trains; frames are asked for at animation frames, only while the page is visible and there is
 * something new to see, so a slow page slows down pictures and never the training.
 */
export class Lane {
  /** What is being run; null until the first job was taken, and the last good one after a refusal. */
  opened = $state.raw<Opened | null>(null);
  /** What `opened` was opened by. */
  job = $state.raw<LaneJob | null>(null);
  frame = $state.raw<Frame | null>(null);
  /** All epochs of the run so far; of very long runs, evenly thinned. A new array whenever there are new ones. */
  epochs = $state.raw<readonly EpochRow[]>([]);
  /** `frame` and `epochs` for what is written of them: while it trains they change no oftener than one reads. Arrays of it may be gone. */
  told = $state.raw<Told>(UNTOLD);
  /** Of planning and of the run, in the order in which they came. */
  warnings = $state.raw<readonly Problem[]>([]);
  problem = $state.raw<Problem | null>(null);
  /** Whether the lane means to train on: from `play` until `pause` or the run's end. */
  playing = $state(false);
  /** A job was sent and is not planned yet. */
  opening = $state(false);

  readonly #client: LaneClient;
  readonly #wants = new Set<Partial<Wants>>();
  #pace: Pace = 'fast';
  #wanted: LaneJob | null = null;
  /** On its way. */
  #sent: LaneJob | null = null;
  #openId = 0;
  /** The job to send once the one on its way is answered: a slider's latest place, not every place it passed. */
  #next: LaneJob | null = null;
  /** What was asked for while a job was on its way. */
  #queued: Request[] = [];
  /** The worker runs something else than the job, or nothing: the job was refused, or the worker died. */
  #stale = false;
  #generation = 0;
  #dirty = false;
  /** A frame is on its way. */
  #asked: { readonly id: number; readonly to: Destination | null } | null = null;
  #scheduled = 0;
  #askedAt = 0;
  #toldAt = 0;
  #spent: Float32Array<ArrayBuffer>[] = [];
  #to: Destination | null = null;
  /** Frames that are shown when the leader says so: of where it was led to, and of what was asked for since. */
  #held: Frame[] = [];

  readonly #seen = (): void => this.#schedule();

  constructor(create?: () => Worker) {
    const listener = {
      reply: (reply: LaneReply) => this.#hear(reply),
      died: (problem: Problem) => this.#died(problem),
    };
    this.#client = new LaneClient(listener, create);
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.#seen);
  }

  /** Starts this run anew; goes on playing if it was. */
  open(job: LaneJob): void {
    this.#wanted = job;
    if (this.opening) this.#next = job;
    else this.#send(job);
  }

  play(): void {
    this.playing = true;
    this.#letGo();
    this.#command({ type: 'play', pace: this.#pace });
  }

  pause(): void {
    this.playing = false;
    this.#command({ type: 'pause' });
  }

  step(steps = 1): void {
    this.playing = false;
    this.#letGo();
    this.#command({ type: 'advance', steps });
  }

  epoch(epochs = 1): void {
    this.playing = false;
    this.#letGo();
    this.#command({ type: 'advance', epochs });
  }

  /** To the same start, to the bit. */
  rewind(): void {
    this.playing = false;
    this.#letGo();
    this.#command({ type: 'rewind' });
  }

  look(epoch: number | 'now' | 'best'): void {
    this.#command({ type: 'look', epoch });
  }

  /** Whether it runs what it was last told to. */
  get ready(): boolean {
    return this.opened !== null && !this.opening && !this.#stale;
  }

  get stepsPerEpoch(): number {
    return this.opened?.stepsPerEpoch ?? 1;
  }

  /** Trains to a step and brings the frame of it, which `show` shows; false once the run has ended, or there is none. */
  advanceTo(step: number): Promise<boolean> {
    return new Promise((arrived) => {
      if (!this.ready) return arrived(false);
      this.#to = { step, arrived };
      this.#schedule();
    });
  }

  /** `tells`: what is written of the run changes as well. */
  show(tells = true): void {
    const held = this.#held;
    this.#held = [];
    for (const frame of held) this.#take(frame, tells);
  }

  setParameter(index: number, value: number): void {
    this.#command({ type: 'setParameter', index, value });
  }

  /** Takes back the weight that was set by hand last, unless it has been trained since. */
  undoParameter(): void {
    this.#command({ type: 'undoParameter' });
  }

  setPace(pace: Pace): void {
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (untrack(() => this.playing)) this.#command({ type: 'play', pace });
  }

  /** Asks for something in every frame, until the function given back is called. */
  want(wants: Partial<Wants>): () => void {
    this.#wants.add(wants);
    // The worker may wait with one that was asked for before, until the next step; this one takes its place.
    if (this.#asked && !this.#asked.to) this.#asked = null;
    this.refresh();
    return () => this.#wants.delete(wants);
  }

  /** One of worker/queries. Rejects with a LaneError whose message is a sentence for people. */
  query<Name extends QueryName>(name: Name, input: QueryInput<Name>): Promise<QueryAnswer<Name>> {
    return this.#client.query(name, plain(input)) as Promise<QueryAnswer<Name>>;
  }

  /** Asks for a frame though nothing was done. */
  refresh(): void {
    this.#dirty = true;
    this.#schedule();
  }

  /** For good. */
  close(): void {
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.#seen);
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    this.#client.close();
    this.#wanted = this.#next = this.#sent = this.job = null;
    this.#queued = [];
    this.#held = [];
    this.#letGo();
    this.#stale = this.opening = this.playing = false;
    this.#asked = null;
    this.opened = this.frame = this.problem = null;
    this.epochs = [];
    this.warnings = [];
    this.told = UNTOLD;
  }

  #send(job: LaneJob): void {
    this.#letGo();
    this.#next = null;
    this.opening = true;
    this.#openId = this.#client.nextId();
    const wants = mergedWants(this.#wants);
    this.#sent = plain(job);
    this.#client.post({ type: 'open', id: this.#openId, job: this.#sent, wants });
  }

  #command(request: Request): void {
    if (!this.#wanted) return;
    if (this.#stale && !this.opening) this.#send(this.#wanted);
    if (this.opening) return void this.#queued.push(request);
    this.#client.post(request);
    this.refresh();
  }

  #hear(reply: LaneReply): void {
    if (reply.type === 'frame') return this.#receive(reply.id, reply.frame);
    if (reply.type === 'failed') return this.#failed(reply.problem);
    if (reply.id !== this.#openId) return;
    this.opening = false;
    if (this.#next) return this.#send(this.#next);
    if (reply.type === 'opened') this.#begin(reply.opened, reply.frame);
    else this.#refuse(reply.problem);
  }

  #begin(opened: Opened, frame: Frame): void {
    this.problem = null;
    this.opened = opened;
    this.job = this.#sent;
    this.#stale = false;
    this.#asked = null;
    this.#held = [];
    this.#take(frame, true);
    // What was done to the net before, or to the sight of it, is not meant for this one.
    const queued = this.#queued.filter(({ type }) => !OF_ITS_NET.has(type));
    this.#queued = [];
    if (this.playing && !queued.some(({ type }) => type === 'play'))
      queued.push({ type: 'play', pace: this.#pace });
    for (const request of queued) this.#client.post(request);
    if (queued.length > 0) this.refresh();
  }

  /** Nothing trains any more, and no frame will come; who is told of it may go on all the same. */
  #failed(problem: Problem): void {
    this.problem = problem;
    this.playing = false;
    this.#asked = null;
    this.#letGo();
  }

  #refuse(problem: Problem): void {
    this.problem = problem;
    this.playing = false;
    this.#stale = true;
    this.#queued = [];
  }

  #died(problem: Problem): void {
    this.#letGo();
    this.#refuse(problem);
    this.opening = false;
    this.#asked = null;
    this.#generation = 0;
    this.#spent = [];
  }

  #receive(id: number, frame: Frame): void {
    const to = id === this.#asked?.id ? this.#asked.to : null;
    if (id === this.#asked?.id) this.#asked = null;
    // The net is already where it was led to, and must not be seen there before the other one.
    if (!to && this.#held.length > 0) return void this.#held.push(frame);
    // One that was let go of meanwhile is as good as any other.
    if (!to || to !== this.#to)
      return this.#take(frame, !frame.playing || performance.now() - this.#toldAt >= READING);
    this.#to = null;
    this.#held.push(frame);
    to.arrived(frame.stopped === null);
    this.#schedule();
  }

  /** Who leads need not wait any longer. */
  #letGo(): void {
    this.#to?.arrived(false);
    this.#to = null;
  }

  #take(frame: Frame, tells: boolean): void {
    this.#keepSpent();
    const another = frame.generation !== this.#generation;
    this.#generation = frame.generation;
    if (another) {
      this.epochs = frame.epochs;
      this.warnings = this.opened?.warnings ?? [];
    } else if (frame.epochs.length > 0) this.epochs = appendEpochs(this.epochs, frame.epochs);
    if (frame.rescored.length > 0) this.epochs = rescoredEpochs(this.epochs, frame.rescored);
    if (frame.warnings.length > 0) this.warnings = [...this.warnings, ...frame.warnings];
    this.frame = frame;
    if (tells || another) this.#tell();
    if (!frame.playing && frame.stopped) this.playing = false;
    // Steps asked for may still be on their way.
    if (frame.playing) this.#dirty = true;
    this.#schedule();
  }

  #tell(): void {
    this.told = { frame: this.frame, epochs: this.epochs };
    this.#toldAt = performance.now();
  }

  /** Arrays of the frame that is shown now go back to the worker, for they are about to be replaced. */
  #keepSpent(): void {
    const { surfaces, parameters } = this.frame ?? {};
    this.#spent = [surfaces, parameters].filter((array) => array !== null && array !== undefined);
  }

  #schedule(): void {
    const needed = this.#dirty || this.#to !== null || untrack(() => this.playing);
    if (!needed || this.#asked || this.#scheduled || !untrack(() => this.opened)) return;
    if (typeof document !== 'undefined' && document.hidden) {
      // One that is led would not train without.
      if (this.#to) this.#ask();
      return;
    }
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = 0;
      if (this.#isEarly()) this.#schedule();
      else this.#ask();
    });
  }

  /** A frame that is due for nothing but training at full pace. */
  #isEarly(): boolean {
    const { playing, frame } = untrack(() => ({ playing: this.playing, frame: this.frame }));
    const hurries = !playing || this.#pace !== 'full' || this.#to !== null || !frame?.playing;
    return !hurries && performance.now() - this.#askedAt < FULL_PACE_FRAME - 4;
  }

  #ask(): void {
    const id = this.#client.nextId();
    this.#asked = { id, to: this.#to };
    this.#askedAt = performance.now();
    this.#dirty = false;
    const spent = this.#spent;
    this.#spent = [];
    const transfer = spent.map(({ buffer }) => buffer);
    this.#client.post(
      { type: 'frame', id, wants: mergedWants(this.#wants), spent, ...(this.#to && { to: this.#to.step }) },
      transfer,
    );
  }
}

/** The store's proxies cannot be sent; what is sent is plain JSON. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
