export { readTable } from './readTable.ts';
export type { ByteSource } from './byteSource.ts';
export type { Dialect, ReadOptions, ReadResult } from './readOptions.ts';
