import { webThreads } from '../../../../src/machine/threads/webThreads.ts';
import type { Host } from '../../../../src/tensor/index.ts';

/** The page and another lane want their processors too. */
const MOST = 4;

const open = webThreads(
  () => new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module', name: 'thread' }),
  Math.min(MOST, navigator.hardwareConcurrency),
);

/** What the browser offers a large net: threads, where the page is cross-origin isolated. */
export const threadHost = async (): Promise<Host> => ({ threads: await open() });
