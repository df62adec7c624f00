import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Thread, Threads } from '../../tensor/index.ts';

/** The threads of this process that no session has now. */
const idle: NodeThread[] = [];

/** Milliseconds after which a thread without work ends: while it lives it may keep the memory of its last session. */
const rest = 3000;

/** Node's worker threads. They start at once, even while this one blocks, and do not keep the process from ending. */
export const nodeThreads: Threads = {
  most: availableParallelism(),
  hire: () => idle.pop()?.wake() ?? new NodeThread(),
};

class NodeThread implements Thread {
  readonly #worker: Worker;
  #onEnd: (() => void) | undefined;
  #rest: NodeJS.Timeout | undefined;

  constructor() {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./threadMain.node.${extension}`, import.meta.url));
    this.#worker.unref();
    // Its end is told by the exit that follows; without a listener an error would end the process.
    this.#worker.on('error', () => {});
    this.#worker.on('exit', () => this.#exited());
  }

  post(message: unknown): void {
    this.#worker.postMessage(message);
  }

  onEnd(listener: () => void): void {
    this.#onEnd = listener;
  }

  dismiss(): void {
    this.#onEnd = undefined;
    idle.push(this);
    this.#rest = setTimeout(() => this.#retire(), rest).unref();
  }

  wake(): this {
    clearTimeout(this.#rest);
    return this;
  }

  #retire(): void {
    this.#leaveIdle();
    void this.#worker.terminate();
  }

  #exited(): void {
    this.#leaveIdle();
    this.#onEnd?.();
  }

  #leaveIdle(): void {
    const at = idle.indexOf(this);
    if (at >= 0) idle.splice(at, 1);
  }
}
