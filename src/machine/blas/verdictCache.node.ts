import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder } from '../cacheFolder.node.ts';

/** Whether a library may be used, found out in another process. */
export type Verdict =
  /** `tell`: the kernels that OpenBLAS has to be told to take. */
  | { readonly good: true; readonly name: string; readonly tell?: string }
  /** `why` completes a sentence: what is wrong with it. */
  | { readonly good: false; readonly why: string };

/** Raised when the check itself changes. */
const CHECK = 2;

/** The file in which verdicts are kept. */
export const verdictFile = (): string => join(cacheFolder(), `blas-${CHECK}.json`);

export function recallVerdict(key: string): Verdict | undefined {
  return readAll()[key];
}

export function forgetVerdict(key: string): void {
  const { [key]: known, ...others } = readAll();
  if (known) writeAll(others);
}

export function rememberVerdict(key: string, verdict: Verdict): void {
  writeAll({ ...readAll(), [key]: verdict });
}

/** Where nothing can be written, the check is made anew each time. */
function writeAll(all: Record<string, Verdict>): void {
  const file = verdictFile();
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(aside, `${JSON.stringify(all, null, 2)}\n`);
    renameSync(aside, file);
  } catch {
    // A full or read-only disk costs a tenth of a second a run, and no more.
  }
}

function readAll(): Record<string, Verdict> {
  try {
    const all: unknown = JSON.parse(readFileSync(verdictFile(), 'utf8'));
    return typeof all === 'object' && all !== null ? (all as Record<string, Verdict>) : {};
  } catch {
    return {};
  }
}
