/** 100,000 steps of the smallest net after a warm-up: what the heap holds before and after, and how often garbage was collected. */
import { PerformanceObserver } from 'node:perf_hooks';
import { openNeumann } from './contestants/neumann.ts';
import { works } from './works.ts';

export interface HeapFigures {
  readonly steps: number;
  /** Bytes in use, the garbage of the steps included: nothing is collected in between unless `collections` says so. */
  readonly before: number;
  readonly after: number;
  /** Bytes in use once garbage is collected. */
  readonly kept: number;
  readonly collections: number;
}

const STEPS = 100_000;
const collect = globalThis.gc as () => void;
const contestant = openNeumann(works[0]);
let collections = 0;
const observer = new PerformanceObserver((list) => (collections += list.getEntries().length));

await contestant.run(2 * STEPS);
collect();
collect();
await new Promise((resolve) => setTimeout(resolve, 200));
observer.observe({ entryTypes: ['gc'] });
const before = process.memoryUsage().heapUsed;
await contestant.run(STEPS);
const after = process.memoryUsage().heapUsed;
await new Promise((resolve) => setTimeout(resolve, 200));
observer.disconnect();
collect();
collect();
const kept = process.memoryUsage().heapUsed;
const figures: HeapFigures = { steps: STEPS, before, after, kept, collections };
process.send!(figures);
process.disconnect();
