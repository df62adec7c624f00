/** The parts of a model and of its training: what there is of each kind, how one's own is defined, and how they become programs. */
export * from './activations/index.ts';
export * from './define.ts';
export * from './initializers/index.ts';
export * from './layers/index.ts';
export * from './losses/index.ts';
export * from './metrics/index.ts';
export * from './optimizers/index.ts';
export * from './penalties/index.ts';
export * from './schedules/index.ts';
export * from './trace/index.ts';
