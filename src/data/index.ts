export * from './order/index.ts';
export * from './prepare/index.ts';
export * from './read/index.ts';
export * from './split/index.ts';
export * from './table/index.ts';
