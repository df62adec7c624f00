import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileError } from './fileError.ts';

/**
 * The file system, as far as commands need it. Everything is synchronous: between two steps of a training a file is written whole
 * or not at all, and no other work comes in between. What the system refuses becomes a NeumannError of one sentence.
 */
export interface Files {
  read(path: string): Uint8Array;
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** Names in a folder. */
  list(path: string): string[];
  /** Creates a folder and those above it; false where it was there. */
  makeFolder(path: string): boolean;
  /** Removes a file or a folder with all that is in it. */
  remove(path: string): void;
  append(path: string, text: string): void;
  /** Renames a file or a folder. */
  move(from: string, to: string): void;
  /** A file written aside, which takes its place when it is whole. */
  draft(path: string): Draft;
}

export interface Draft {
  append(data: string | Uint8Array): void;
  /** Puts the file in its place. */
  commit(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Writes a whole file aside and renames it. */
export function writeFile(files: Files, path: string, data: string | Uint8Array): void {
  const draft = files.draft(path);
  try {
    draft.append(data);
    draft.commit();
  } catch (error) {
    draft.discard();
    throw error;
  }
}

/** Node's own file system. */
export const nodeFiles: Files = {
  read: (path) => reading(path, () => readFileSync(path)),
  exists: (path) => existsSync(path),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  list: (path) => reading(path, () => readdirSync(path)),
  makeFolder: (path) => writing(path, () => mkdirSync(path, { recursive: true }) !== undefined),
  remove: (path) => writing(path, () => rmSync(path, { recursive: true, force: true })),
  append: (path, text) => writing(path, () => appendFileSync(path, text)),
  move: (from, to) => writing(to, () => renameSync(from, to)),
  draft: (path) => writing(path, () => openDraft(path)),
};

/** What a file is called while it is written. */
const draftName = (name: string): string => `.${name}.${process.pid}.part`;

/** A draft that a crash may have left. */
export const isDraftName = (name: string): boolean => /^\..*\.\d+\.part$/.test(name);

function openDraft(path: string): Draft {
  const aside = isReplaceable(path) ? join(dirname(path), draftName(basename(path))) : path;
  let file: number | undefined = openSync(aside, 'w');
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    append: (data) => writing(path, () => writeAll(file!, data)),
    commit: () =>
      writing(path, () => {
        if (aside === path) return close();
        fsyncSync(file!);
        close();
        renameSync(aside, path);
      }),
    discard: () => {
      close();
      if (aside !== path) rmSync(aside, { force: true });
    },
  };
}

/** A device or a pipe, such as /dev/stdout, is written to as it is. */
function isReplaceable(path: string): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  return state === undefined || state.isFile() || state.isDirectory();
}

function writeAll(file: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}

const reading = <Value>(path: string, act: () => Value): Value => guarded('read', path, act);
const writing = <Value>(path: string, act: () => Value): Value => guarded('write', path, act);

function guarded<Value>(doing: 'read' | 'write', path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    throw fileError(doing, path, error);
  }
}
