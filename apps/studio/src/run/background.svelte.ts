import type { ExperimentName, QueryAnswer, QueryInput } from '../worker/queries/index.ts';
import { CLOSED, LaneClient, LaneError, type LaneReply } from './client.ts';
import type { LaneJob, Problem } from './contract.ts';
import { NOTHING } from './wants.ts';

/** One experiment at a time, in a worker of its own, so that neither the page nor a lane waits for it. The worker starts with the first. */
export class Background {
  /** Share of the work that is done; null while there is none. */
  progress = $state<number | null>(null);
  /** Why the last one gave no answer; null where it did. */
  problem = $state.raw<Problem | null>(null);

  readonly #client: LaneClient;
  #opening: { readonly id: number; settle(problem: Problem | null): void } | null = null;
  /** The job that the worker has open, as text. */
  #job = '';
  #asked = 0;

  /** `create` makes the worker, where it is not the lane's own. */
  constructor(create?: () => Worker) {
    const died = (problem: Problem): void => {
      this.problem = problem;
      this.#job = '';
      this.#opening?.settle(problem);
    };
    this.#client = new LaneClient({ reply: (reply) => this.#hear(reply), died }, create);
  }

  get busy(): boolean {
    return this.progress !== null;
  }

  /** The answer; undefined where it was cancelled, another was asked meanwhile, or it failed: then `problem` says why. */
  async ask<Name extends ExperimentName>(
    name: Name,
    job: LaneJob,
    input: QueryInput<Name>,
  ): Promise<QueryAnswer<Name> | undefined> {
    this.cancel();
    const own = this.#asked;
    const isWanted = () => own === this.#asked;
    this.progress = 0;
    this.problem = null;
    try {
      await this.#open(job);
      // The store's proxies cannot be sent; an input is plain JSON.
      const plain: unknown = JSON.parse(JSON.stringify(input));
      const answer = await this.#client.query(name, plain, (share) => {
        if (isWanted()) this.progress = share;
      });
      return isWanted() ? (answer as QueryAnswer<Name>) : undefined;
    } catch (error) {
      if (isWanted()) this.problem = problemFrom(error);
      return undefined;
    } finally {
      if (isWanted()) this.progress = null;
    }
  }

  /** Ends what is going on, at once: the worker goes with it. */
  cancel(): void {
    this.#asked++;
    if (this.busy) this.#end();
    this.progress = null;
  }

  /** For good. */
  close(): void {
    this.#asked++;
    this.#end();
  }

  #end(): void {
    this.#client.close();
    this.#job = '';
    this.#opening?.settle(CLOSED);
  }

  /** Rejects with a sentence where the worker refuses the job. */
  async #open(job: LaneJob): Promise<void> {
    const text = JSON.stringify(job);
    if (text === this.#job) return;
    this.#job = '';
    const id = this.#client.nextId();
    const { promise, resolve } = Promise.withResolvers<Problem | null>();
    const opening = { id, settle: resolve };
    this.#opening = opening;
    this.#client.post({ type: 'open', id, job: JSON.parse(text) as LaneJob, wants: NOTHING });
    const problem = await promise;
    // One that was cancelled hears of it when the next has begun to open: that one is not its to forget.
    if (this.#opening === opening) this.#opening = null;
    if (problem !== null) throw new LaneError(problem);
    this.#job = text;
  }

  #hear(reply: LaneReply): void {
    if (reply.type === 'failed') this.problem = reply.problem;
    if (!this.#opening || !('id' in reply) || reply.id !== this.#opening.id) return;
    this.#opening.settle(reply.type === 'refused' ? reply.problem : null);
  }
}

const problemFrom = (error: unknown): Problem => ({
  code: error instanceof LaneError ? error.code : 'unexpected',
  text: error instanceof Error ? error.message : String(error),
});
