import type { Host } from '../../../../src/tensor/index.ts';

/** In the studio's single file: a page from disk can't share memory between threads. */
export const threadHost = async (): Promise<Host> => ({});
