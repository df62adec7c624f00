import { closeSync, openSync, readSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NeumannError } from '../../errors.ts';
import type { Scratch } from '../table/paged/pageStore.ts';

/** A file system in memory: what is written there to spare memory would take it. */
const TMPFS = 0x01021994;

/**
 * A file of the moment for the pages of a large table, in the folder for temporary files, or on a disk where that one is memory.
 * It has no name from the start, so that nothing is left behind however the process ends.
 * @param table the path of the table: its own folder is the last resort
 */
export function openScratchFile(table: string): Scratch {
  const folder = [tmpdir(), '/var/tmp', dirname(table)].find(isOnDisk) ?? tmpdir();
  const file = openNameless(folder);
  const scratch = { write: (bytes: Uint8Array) => append(bytes), read };
  closing.register(scratch, file);
  let end = 0;
  return scratch;

  function append(bytes: Uint8Array): number {
    const start = end;
    for (let done = 0; done < bytes.length;) {
      done += guarded(folder, () => writeSync(file, bytes, done, bytes.length - done, start + done));
    }
    end += bytes.length;
    return start;
  }

  function read(offset: number, into: Uint8Array): void {
    for (let done = 0; done < into.length;) {
      const count = guarded(folder, () => readSync(file, into, done, into.length - done, offset + done));
      if (count === 0) throw new Error('the scratch file is shorter than what was written to it');
      done += count;
    }
  }
}

const closing = new FinalizationRegistry((file: number) => closeSync(file));

function isOnDisk(folder: string): boolean {
  try {
    return statfsSync(folder).type !== TMPFS;
  } catch {
    return false;
  }
}

function openNameless(folder: string): number {
  const path = join(folder, `neumann-${process.pid}-${performance.now()}.pages`);
  return guarded(folder, () => {
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  });
}

function guarded<Value>(folder: string, act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    const what = full ? 'has no room left' : `cannot be written to (${code})`;
    throw new NeumannError(
      'unwritable-file',
      `The table is too large for memory, and ${folder}, where its columns are put aside, ${what}; free some space, or name another folder in TMPDIR.`,
      { cause },
    );
  }
}
