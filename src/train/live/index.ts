export { LiveRun, type LastStep, type Portion } from './liveRun.ts';
export type { LiveOptions } from './openLive.ts';
