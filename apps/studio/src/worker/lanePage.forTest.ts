import type { EpochRow, Frame, LaneJob, Opened, Reply, Request, Wants } from '../run/contract.ts';
import { NOTHING } from '../run/wants.ts';
import type { DataSettings, RecipeEdits } from '../state/scenario.ts';
import { LaneHost } from './lane.ts';

const data: DataSettings = {
  dataset: 'moons',
  classes: 0,
  rows: 120,
  noise: 0.3,
  seed: 4,
  balance: 1,
  mislabelled: 0,
  stretch: { x: 1, y: 1 },
  shift: { x: 0, y: 0 },
  outlier: 0,
  features: ['x', 'y', 'xy'],
  points: [],
};
export const jobOf = (recipe: RecipeEdits = {}, changes: Partial<DataSettings> = {}): LaneJob => ({
  data: { ...data, ...changes },
  defaults: 1,
  recipe,
});
const everything: Wants = {
  grid: 20,
  neurons: true,
  parameters: true,
  distributions: true,
  saturation: true,
};

/** A page that waits for what it asked for. */
export class LanePage {
  readonly host = new LaneHost((reply) => this.#hear(reply));
  readonly #replies: Reply[] = [];
  #waiting: (() => void) | undefined;
  #ids = 0;
  #first: readonly EpochRow[] = [];

  /** Replies that nobody has waited for yet. */
  get unread(): number {
    return this.#replies.length;
  }
  async open(job: LaneJob): Promise<Opened> {
    const reply = await this.ask({ type: 'open', id: ++this.#ids, job, wants: NOTHING });
    if (reply.type === 'opened') {
      this.#first = reply.frame.epochs;
      return reply.opened;
    }
    throw new Error(reply.type === 'refused' ? reply.problem.text : reply.type);
  }
  async frame(wants = everything): Promise<Frame> {
    const reply = await this.ask({ type: 'frame', id: ++this.#ids, wants, spent: [] });
    if (reply.type === 'frame') return reply.frame;
    throw new Error(JSON.stringify(reply));
  }
  async query(name: string, input: unknown = null): Promise<unknown> {
    const reply = await this.ask({ type: 'query', id: ++this.#ids, name, input });
    if (reply.type === 'answer') return reply.answer;
    throw new Error(reply.type === 'failed' ? reply.problem.text : reply.type);
  }
  do(request: Request): void {
    this.host.hear(request);
  }
  async ask(request: Request): Promise<Reply> {
    this.do(request);
    return this.next();
  }
  async next(): Promise<Reply> {
    while (this.#replies.length === 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
    return this.#replies.shift()!;
  }
  /** Frames until one answers to this; it has the epochs of those before it too, the first of all included. */
  async until(found: (frame: Frame) => boolean): Promise<Frame> {
    const epochs: EpochRow[] = [...this.#first];
    this.#first = [];
    for (;;) {
      const frame = await this.frame();
      epochs.push(...frame.epochs);
      if (found(frame)) return { ...frame, epochs };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  #hear(reply: Reply): void {
    this.#replies.push(reply);
    this.#waiting?.();
  }
}
