import type { Thread, Threads } from '../../tensor/index.ts';

/**
 * What a worker is asked, and what it answers. Only then it hears at once what else it is told: before its script has been run, messages
 * wait for whoever sends them to give way to the event loop.
 */
export const up = 'up';

/** Milliseconds that a worker may take to come up. */
const usualPatience = 10_000;

/**
 * A browser's threads, for whom works in a worker itself: a page's own thread may not wait for others. `start` makes a worker whose script
 * calls `serveWebThread`; `count`: all threads together, the one that asks too. Workers come up only while whoever starts them gives way
 * to the event loop, so each call of what this gives starts as many as a session needs, unless they are there and have no work. It
 * gives undefined where memory can't be shared (the page is not cross-origin isolated), or where workers do not come up.
 *
 *     const threads = webThreads(() => new Worker('thread.js'), navigator.hardwareConcurrency);
 *     train({ data, target, host: async () => ({ threads: await threads() }) });
 */
export function webThreads(
  start: () => Worker,
  count: number,
  patience = usualPatience,
): () => Promise<Threads | undefined> {
  const idle: Thread[] = [];
  const threads: Threads = { most: count, hire: () => idle.pop() };
  let isPossible = count > 1 && mayShare();
  return async () => {
    const missing = isPossible ? count - 1 - idle.length : 0;
    const coming = Array.from({ length: Math.max(0, missing) }, () => comeUp(start, patience));
    const workers = await Promise.all(coming);
    for (const worker of workers) {
      if (worker) idle.push(threadOf(worker, idle));
      else isPossible = false;
    }
    return isPossible ? threads : undefined;
  };
}

/** A document's own thread may not wait. */
const mayShare = (): boolean => globalThis.crossOriginIsolated && !('document' in globalThis);

/** Undefined if the worker's script can't be had, or says nothing. */
function comeUp(start: () => Worker, patience: number): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    const worker = start();
    const settle = (isUp: boolean): void => {
      clearTimeout(late);
      if (!isUp) worker.terminate();
      resolve(isUp ? worker : undefined);
    };
    const late = setTimeout(() => settle(false), patience);
    worker.onmessage = ({ data }) => settle(data === up);
    worker.onerror = (event) => {
      event.preventDefault();
      settle(false);
    };
    worker.postMessage(up);
  });
}

/** A browser tells of a worker's errors; nothing ends one otherwise. */
function threadOf(worker: Worker, idle: Thread[]): Thread {
  let onEnd: (() => void) | undefined;
  const thread: Thread = {
    post: (message) => worker.postMessage(message),
    onEnd: (listener) => void (onEnd = listener),
    dismiss() {
      onEnd = undefined;
      idle.push(thread);
    },
  };
  worker.onerror = (event) => {
    event.preventDefault();
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    onEnd?.();
  };
  return thread;
}
