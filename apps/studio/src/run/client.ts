import type { Problem, Reply, Request } from './contract.ts';
import { createLaneWorker } from './createLaneWorker.ts';

/** What is said to the page as a whole, and not to who asked. */
export type LaneReply = Exclude<Reply, { type: 'answer' } | { type: 'progress' }>;

/** What the page hears of a worker. */
export interface LaneListener {
  reply(reply: LaneReply): void;
  /** The worker is gone; the next request starts another one. */
  died(problem: Problem): void;
}

interface Waiting {
  progress?(share: number): void;
  resolve(answer: unknown): void;
  reject(problem: Error): void;
}

/** An answer to a query that could not be given: its message is a sentence for people, its code what other languages know it by. */
export class LaneError extends Error {
  readonly code: string;
  constructor(problem: Problem) {
    super(problem.text);
    this.code = problem.code;
  }
}

export const CLOSED: Problem = { code: 'laneClosed', text: 'The run was closed before it could answer.' };

/** The page's end of the wire to one worker. Knows nothing of what is said over it but which answer belongs to which query. */
export class LaneClient {
  readonly #listener: LaneListener;
  readonly #create: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ids = 0;

  constructor(listener: LaneListener, create: () => Worker = createLaneWorker) {
    this.#listener = listener;
    this.#create = create;
  }

  /** A number that no other request of this client has. */
  nextId(): number {
    return ++this.#ids;
  }

  post(request: Request, transfer: Transferable[] = []): void {
    this.#worker ??= this.#start();
    this.#worker?.postMessage(request, transfer);
  }

  /** `progress` is told the share of the work that is done, where the question takes a while. */
  query(name: string, input: unknown, progress?: (share: number) => void): Promise<unknown> {
    const id = this.nextId();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { progress, resolve, reject });
    this.post({ type: 'query', id, name, input });
    return promise;
  }

  close(problem = CLOSED): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new LaneError(problem));
    this.#waiting.clear();
  }

  #start(): Worker | undefined {
    try {
      const worker = this.#create();
      worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#hear(data);
      worker.onerror = (event) => this.#die(event.message);
      worker.onmessageerror = () => this.#die('a message could not be read');
      return worker;
    } catch (error) {
      this.#die(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #hear(reply: Reply): void {
    const waiting = 'id' in reply && reply.id !== null ? this.#waiting.get(reply.id) : undefined;
    if (reply.type === 'progress') return waiting?.progress?.(reply.share);
    if (!waiting) {
      if (reply.type !== 'answer') this.#listener.reply(reply);
      return;
    }
    this.#waiting.delete((reply as { id: number }).id);
    if (reply.type === 'answer') waiting.resolve(reply.answer);
    else if (reply.type === 'failed') waiting.reject(new LaneError(reply.problem));
  }

  #die(reason: string): void {
    const why = reason ? ` (${reason})` : '';
    const problem = {
      code: 'workerDied',
      text: `The worker that trains stopped unexpectedly${why}; change a setting or rewind to start it again.`,
    };
    this.close(problem);
    // Whoever is posting hears of it after that.
    queueMicrotask(() => this.#listener.died(problem));
  }
}
