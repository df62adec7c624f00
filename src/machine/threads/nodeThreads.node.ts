import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Thread, Threads } from '../../tensor/index.ts';

/** The threads of this process that no session has now. */
const idle: NodeThread[] = [];

/** Node's worker threads. They start at once, even while this one blocks, and do not keep the process from ending. */
export const nodeThreads: Threads = {
  most: availableParallelism(),
  hire: () => idle.pop() ?? new NodeThread(),
};

class NodeThread implements Thread {
  readonly #worker: Worker;
  #onEnd: (() => void) | undefined;

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
  }

  #exited(): void {
    const at = idle.indexOf(this);
    if (at >= 0) idle.splice(at, 1);
    this.#onEnd?.();
  }
}
