import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadOracle } from './outcome.ts';

/** Reads reference numbers from a folder laid out as `fixtures/oracle`. */
export function openOracle(root: string): ReadOracle {
  const read = async (path: string): Promise<unknown> => {
    const bytes = await readFile(join(root, path)).catch(() => undefined);
    if (!bytes) return undefined;
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return /\.json(\.gz)?$/.test(path) ? JSON.parse(text) : text;
  };
  const list = async (folder: string): Promise<readonly string[]> =>
    (await readdir(join(root, folder)).catch(() => [] as string[])).sort();
  return Object.assign(read, { list });
}
