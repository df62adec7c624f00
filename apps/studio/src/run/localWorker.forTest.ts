import { LaneHost } from '../worker/lane.ts';
import type { Request } from './contract.ts';

/** A worker in this thread: messages are copied as between threads, one after another. */
export class LocalWorker extends EventTarget {
  static made: LocalWorker[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly heard: Request[] = [];
  /** Lengths of the arrays that came back with each frame's request: the host takes them over. */
  readonly returned: number[][] = [];
  readonly #host = new LaneHost((reply, transfer = []) => {
    const data: unknown = structuredClone(reply, { transfer });
    setTimeout(() => this.onmessage?.({ data } as MessageEvent));
  });
  constructor() {
    super();
    LocalWorker.made.push(this);
  }
  postMessage(request: Request, transfer: Transferable[] = []): void {
    const data = structuredClone(request, { transfer });
    this.heard.push(data);
    if (data.type === 'frame') this.returned.push(data.spent.map(({ length }) => length));
    setTimeout(() => this.#host.hear(data));
  }
  terminate(): void {
    this.onmessage = null;
    this.#host.close();
  }
}
