/**
 * Heap over 100,000 steps of a small net: steady state allocates nothing.
 *
 *     npx node --expose-gc bench/engine/allocation.ts
 */
import { createWasmExecutor } from '../../src/tensor/index.ts';
import { nets, open } from './nets.ts';

const { session, programs } = open(createWasmExecutor(), nets['2-4-2-1']);
const names = programs.map((program) => program.name);
const steps = (count: number): void => {
  for (let i = 0; i < count; i++) for (const name of names) session.run(name);
};
steps(20_000);
globalThis.gc?.();
const before = process.memoryUsage();
steps(100_000);
const after = process.memoryUsage();
console.log(
  `heap before ${before.heapUsed}, after ${after.heapUsed}: ${after.heapUsed - before.heapUsed} bytes more`,
);
