import { closeSync, openSync, readSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NeumannError } from '../../errors.ts';
import type { Scratch } from '../table/paged/pageStore.ts';

/** A file system in memory: what is written there to spare memory would take it. */
const TMPFS = 0x01021994;
/** Bytes that are left to the rest of the machine. */
const LEFT = 1 << 28;

/** Where pages can lie. What throws when it is opened or written to is passed over. */
export interface Place {
  write(bytes: Uint8Array, offset: number): void;
  read(offset: number, into: Uint8Array): void;
}

/**
 * A file of the moment for the pages of a large table: in the folder for temporary files, or in another one that is on a disk and has
 * room; then in a folder that is memory; last of all in this process. It has no name from the start, so that nothing is left behind
 * however the process ends.
 * @param table the path of the table: its own folder is the last one on a disk
 */
export function openScratchFile(table: string): Scratch {
  const folders = [...new Set([tmpdir(), '/var/tmp', dirname(table)])];
  const inOrder = [...folders.filter(isOnDisk), ...folders.filter((folder) => !isOnDisk(folder))];
  return spreadOver([...inOrder.map((folder) => () => openNameless(folder)), () => inMemory(tmpdir())]);
}

/** Pages go to the first place that takes them; where one is full, those that follow go to the next. */
export function spreadOver(places: readonly (() => Place)[]): Scratch {
  const used: { readonly place: Place; readonly start: number }[] = [];
  let next = 0;
  let end = 0;
  return { write, read };

  function write(bytes: Uint8Array): number {
    for (let full = used.length === 0; ; full = true) {
      try {
        if (full) moveOn();
        const { place, start } = used.at(-1)!;
        place.write(bytes, end - start);
        break;
      } catch (error) {
        if (next === places.length) throw error;
      }
    }
    end += bytes.length;
    return end - bytes.length;
  }

  function moveOn(): void {
    const place = places[next++]();
    used.push({ place, start: end });
  }

  function read(offset: number, into: Uint8Array): void {
    const { place, start } = used.findLast((each) => each.start <= offset)!;
    place.read(offset - start, into);
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

function openNameless(folder: string): Place {
  const path = join(folder, `neumann-${process.pid}-${performance.now()}.pages`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  const place: Place = {
    write(bytes, offset) {
      for (let done = 0; done < bytes.length;)
        done += writeSync(file, bytes, done, bytes.length - done, offset + done);
    },
    read(offset, into) {
      for (let done = 0; done < into.length;) {
        const count = readSync(file, into, done, into.length - done, offset + done);
        if (count === 0) throw new Error('the scratch file is shorter than what was written to it');
        done += count;
      }
    },
  };
  closing.register(place, file);
  return place;
}

/** While there is memory. `folder`: where one would rather have written. */
export function inMemory(folder: string, available = () => process.availableMemory()): Place {
  const pages = new Map<number, Uint8Array>();
  return {
    write(bytes, offset) {
      if (available() < bytes.length + LEFT) throw noRoom(folder);
      pages.set(offset, bytes.slice());
    },
    read: (offset, into) => into.set(pages.get(offset)!.subarray(0, into.length)),
  };
}

function noRoom(folder: string): NeumannError {
  return new NeumannError(
    'unwritable-file',
    `The table is too large for memory, and neither ${folder}, where its columns are put aside, nor any other usual folder can be written to or has room left; free some space, or name another folder on a disk in TMPDIR.`,
  );
}
