import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open as openFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { NeumannError } from '../../errors.ts';
import type { ReadOptions, ReadResult } from './readOptions.ts';
import { openScratchFile } from './scratchFile.node.ts';
import { readTable, readTableFrom, type Hasher } from './readTable.ts';

/**
 * Reads a table from a file; see `readTable`. The file is streamed, twice where a column of numbers turns out to be words late.
 * @throws NeumannError also for a file that is not there, is a folder or may not be read
 */
export async function readTableFile(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const state = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (state.isDirectory())
    throw new NeumannError('is-folder', `${path} is a folder; name the table file inside it.`);
  const open = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* state.isFile() ? readPieces(path) : createReadStream(path);
    } catch (error) {
      throw fileError(path, error);
    }
  };
  const named = { name: basename(path), ...options };
  // A pipe gives its bytes once; a file can be opened again.
  return state.isFile()
    ? readTableFrom(open, named, sha256(), () => openScratchFile(path))
    : readTable(open(), named);
}

const PIECE = 1 << 18;

/** All pieces lie in the same memory, one after another. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  const space = new Uint8Array(PIECE);
  try {
    for (;;) {
      const { bytesRead } = await file.read(space, 0, PIECE);
      if (bytesRead === 0) return;
      yield space.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function sha256(): Hasher {
  const hash = createHash('sha256');
  return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist; check the path',
  ENOTDIR: 'does not exist; check the path',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
  EISDIR: 'is a folder; name the table file inside it',
};

function fileError(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (!/^E[A-Z]+$/.test(code)) return cause;
  return new NeumannError('unreadable-file', `${path} ${REASONS[code] ?? `cannot be read (${code})`}.`, {
    cause,
  });
}
