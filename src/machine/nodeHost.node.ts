import type { Host } from '../tensor/index.ts';
import { askBlas } from './blas/findBlas.node.ts';
import { nodeThreads } from './threads/nodeThreads.node.ts';

/** What Node offers the engine on this machine. */
export const nodeHost: Host = { blas: askBlas, threads: nodeThreads };
