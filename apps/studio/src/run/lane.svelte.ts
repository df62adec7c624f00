import { untrack } from 'svelte';
import type { Pace } from '../state/scenario.ts';
import { LaneClient, type LaneReply } from './client.ts';
import type { EpochRow, Frame, LaneJob, Opened, Problem, Request, Wants } from './contract.ts';
import type { QueryAnswer, QueryInput, QueryName } from '../worker/queries/index.ts';
import { appendEpochs } from './epochRows.ts';

const NOTHING: Wants = {
  grid: 0,
  neurons: false,
  parameters: false,
  distributions: false,
  saturation: false,
};

/**
 * One run as the page sees it. Its worker trains; frames are asked for at animation frames, only while the page is visible and there is
 * something new to see, so a slow page slows down pictures and never the training.
 */
export class Lane {
  /** What is being run; null until the first job was taken, and the last good one after a refusal. */
  opened = $state.raw<Opened | null>(null);
  frame = $state.raw<Frame | null>(null);
  /** All epochs of the run so far; of very long runs, evenly thinned. A new array whenever there are new ones. */
  epochs = $state.raw<readonly EpochRow[]>([]);
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
  #job: LaneJob | null = null;
  #openId = 0;
  /** The job to send once the one on its way is answered: a slider's latest place, not every place it passed. */
  #next: LaneJob | null = null;
  /** What was asked for while a job was on its way. */
  #queued: Request[] = [];
  /** The worker runs something else than the job, or nothing: the job was refused, or the worker died. */
  #stale = false;
  #generation = 0;
  #dirty = false;
  #asked = false;
  #scheduled = 0;
  #spent: Float32Array<ArrayBuffer>[] = [];

  constructor(create?: () => Worker) {
    const listener = {
      reply: (reply: LaneReply) => this.#hear(reply),
      died: (problem: Problem) => this.#died(problem),
    };
    this.#client = new LaneClient(listener, create);
    if (typeof document !== 'undefined')
      document.addEventListener('visibilitychange', () => this.#schedule());
  }

  /** Starts this run anew; goes on playing if it was. */
  open(job: LaneJob): void {
    this.#job = job;
    if (this.opening) this.#next = job;
    else this.#send(job);
  }

  play(): void {
    this.playing = true;
    this.#command({ type: 'play', pace: this.#pace });
  }

  pause(): void {
    this.playing = false;
    this.#command({ type: 'pause' });
  }

  step(steps = 1): void {
    this.playing = false;
    this.#command({ type: 'advance', steps });
  }

  epoch(epochs = 1): void {
    this.playing = false;
    this.#command({ type: 'advance', epochs });
  }

  /** To the same start, to the bit. */
  rewind(): void {
    this.playing = false;
    this.#command({ type: 'rewind' });
  }

  look(epoch: number | 'now' | 'best'): void {
    this.#command({ type: 'look', epoch });
  }

  setParameter(index: number, value: number): void {
    this.#command({ type: 'setParameter', index, value });
  }

  setPace(pace: Pace): void {
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (untrack(() => this.playing)) this.#command({ type: 'play', pace });
  }

  /** Asks for something in every frame, until the function given back is called. */
  want(wants: Partial<Wants>): () => void {
    this.#wants.add(wants);
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

  close(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    this.#client.close();
    this.#job = this.#next = null;
    this.#queued = [];
    this.#stale = this.#asked = this.opening = this.playing = false;
    this.opened = this.frame = this.problem = null;
    this.epochs = [];
    this.warnings = [];
  }

  #send(job: LaneJob): void {
    this.#next = null;
    this.opening = true;
    this.#openId = this.#client.nextId();
    this.#client.post({ type: 'open', id: this.#openId, job: plain(job) });
  }

  #command(request: Request): void {
    if (!this.#job) return;
    if (this.#stale && !this.opening) this.#send(this.#job);
    if (this.opening) return void this.#queued.push(request);
    this.#client.post(request);
    this.refresh();
  }

  #hear(reply: LaneReply): void {
    if (reply.type === 'frame') return this.#take(reply.frame);
    if (reply.type === 'failed') {
      this.problem = reply.problem;
      return;
    }
    if (reply.id !== this.#openId) return;
    this.opening = false;
    if (this.#next) return this.#send(this.#next);
    if (reply.type === 'opened') this.#begin(reply.opened);
    else this.#refuse(reply.problem);
  }

  #begin(opened: Opened): void {
    this.problem = null;
    this.opened = opened;
    this.warnings = opened.warnings;
    this.epochs = [];
    this.#stale = false;
    if (this.playing) this.#client.post({ type: 'play', pace: this.#pace });
    else for (const request of this.#queued) this.#client.post(request);
    this.#queued = [];
    this.refresh();
  }

  #refuse(problem: Problem): void {
    this.problem = problem;
    this.playing = false;
    this.#stale = true;
    this.#queued = [];
  }

  #died(problem: Problem): void {
    this.#refuse(problem);
    this.opening = this.#asked = false;
    this.#generation = 0;
    this.#spent = [];
  }

  #take(frame: Frame): void {
    this.#asked = false;
    this.#keepSpent();
    const another = frame.generation !== this.#generation;
    this.#generation = frame.generation;
    if (another) {
      this.epochs = frame.epochs;
      this.warnings = this.opened?.warnings ?? [];
    } else if (frame.epochs.length > 0) this.epochs = appendEpochs(this.epochs, frame.epochs);
    if (frame.warnings.length > 0) this.warnings = [...this.warnings, ...frame.warnings];
    this.frame = frame;
    if (!frame.playing && frame.stopped) this.playing = false;
    // Steps asked for may still be on their way.
    if (frame.playing) this.#dirty = true;
    this.#schedule();
  }

  /** Arrays of the frame that is shown now go back to the worker, for they are about to be replaced. */
  #keepSpent(): void {
    const { surfaces, parameters } = this.frame ?? {};
    this.#spent = [surfaces, parameters].filter((array) => array !== null && array !== undefined);
  }

  #schedule(): void {
    const needed = this.#dirty || untrack(() => this.playing);
    if (!needed || this.#asked || this.#scheduled || !untrack(() => this.opened)) return;
    if (typeof document !== 'undefined' && document.hidden) return;
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = 0;
      this.#ask();
    });
  }

  #ask(): void {
    this.#asked = true;
    this.#dirty = false;
    const spent = this.#spent;
    this.#spent = [];
    const transfer = spent.map(({ buffer }) => buffer);
    this.#client.post({ type: 'frame', wants: mergedWants(this.#wants), spent }, transfer);
  }
}

/** The store's proxies cannot be sent; what is sent is plain JSON. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function mergedWants(each: Iterable<Partial<Wants>>): Wants {
  let all = NOTHING;
  for (const one of each)
    all = {
      grid: Math.max(all.grid, one.grid ?? 0),
      neurons: all.neurons || one.neurons === true,
      parameters: all.parameters || one.parameters === true,
      distributions: all.distributions || one.distributions === true,
      saturation: all.saturation || one.saturation === true,
    };
  return all;
}
