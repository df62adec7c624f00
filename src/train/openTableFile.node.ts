import { basename } from 'node:path';
import { estimateRows } from '../data/read/estimateRows.node.ts';
import type { ReadOptions, ReadResult } from '../data/read/index.ts';
import { readTableFile } from '../data/read/readTableFile.node.ts';
import { checkMemory, grouped, memoryNeeded } from './setup/memoryNeeded.ts';

/**
 * Reads a table file to train on.
 * @param memory bytes that there are
 * @throws NeumannError also, before it is read, where that is too little for a table of its length
 */
export async function openTableFile(
  path: string,
  options: ReadOptions = {},
  memory?: number,
): Promise<ReadResult> {
  const about = await estimateRows(path, options);
  if (about) {
    const { rows, columns } = about;
    const counted = grouped(Number(rows.toPrecision(2)));
    const what = `${basename(path)} holds about ${counted} rows of ${columns} columns`;
    checkMemory(what, memoryNeeded(rows, columns), memory);
  }
  return readTableFile(path, options);
}
