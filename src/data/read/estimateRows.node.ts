import { open } from 'node:fs/promises';
import { NeumannError } from '../../errors.ts';
import type { ReadOptions } from './readOptions.ts';
import { readTable } from './readTable.ts';

/** Only files of more bytes are worth an estimate. */
const LARGE = 1 << 26;
const SAMPLE = 1 << 20;

/** About how long and wide the table in a file is, by its beginning; undefined for small files and those that are packed. */
export async function estimateRows(
  path: string,
  options: ReadOptions,
): Promise<{ rows: number; columns: number } | undefined> {
  const file = await open(path).catch(() => undefined);
  try {
    const state = await file?.stat();
    if (!file || !state?.isFile() || state.size < LARGE) return undefined;
    const { buffer } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0);
    const end = buffer.lastIndexOf(0x0a) + 1;
    const { table, dialect } = await readTable(buffer.subarray(0, end), options);
    if (dialect.compression !== 'none') return undefined;
    return { rows: Math.round((table.rows * state.size) / end), columns: table.columns.length };
  } catch (error) {
    // What is wrong with it, reading it in whole says better.
    if (error instanceof NeumannError) return undefined;
    throw error;
  } finally {
    await file?.close();
  }
}
