import { NeumannError } from '../../errors.ts';

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  ENOTDIR: 'does not exist; check the path',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
  EISDIR: 'is a folder; name a file inside it',
};

const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, or write to another disk',
  EDQUOT: 'the disk quota is used up; free some space, or write to another disk',
  EFBIG: 'the file would be larger than is allowed here',
  EACCES: 'this is not allowed here; check the permissions, or choose another folder',
  EPERM: 'this is not allowed here; check the permissions, or choose another folder',
  EROFS: 'the disk is read-only; choose another folder',
  ENOENT: 'its folder does not exist; create it first',
  ENOTDIR: 'its folder is a file; choose another path',
  EISDIR: 'there is a folder of that name; choose another path',
  EEXIST: 'there is a file of that name; choose another path',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EIO: 'the disk reports an error',
};

/** The system's code of an error, such as ENOSPC; undefined for errors of another origin. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** One sentence for what the file system refused; anything else is handed back as it came. */
export function fileError(doing: 'read' | 'write', path: string, cause: unknown): unknown {
  const code = systemCode(cause);
  if (code === undefined) return cause;
  const text =
    doing === 'read'
      ? `${path} ${READING[code] ?? `cannot be read (${code})`}.`
      : `${path} cannot be written: ${WRITING[code] ?? `the system says ${code}`}.`;
  return new NeumannError(doing === 'read' ? 'unreadable-file' : 'unwritable-file', text, { cause });
}
