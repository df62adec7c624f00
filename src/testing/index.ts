/** Contracts, for whoever adds to Neumann: what every executor must pass, agreement with reference numbers, and golden hashes. */
export { allExecutors } from './executors.ts';
export * from './conformance/index.ts';
export { goldenHashes } from './golden/goldenHashes.ts';
export { checkOps } from './tensor/checkOps.ts';
