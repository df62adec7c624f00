import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Candidate } from './candidates.node.ts';
import { bestCore, CORE_VARIABLE, isBehind, processorFlags } from './cores.node.ts';
import type { Trial } from './tryBlas.node.ts';
import { recallVerdict, rememberVerdict, type Verdict } from './verdictCache.node.ts';

/** Milliseconds for a trial, which takes a tenth of a second on a machine that has nothing else to do. */
const patience = 60_000;

/** The verdict on a library: remembered as long as the file, the processor and the variable for its kernels stay the same. */
export function judgeBlas(candidate: Candidate): Verdict {
  const key = keyOf(candidate);
  if (key === undefined) return { good: false, why: 'there is no such file' };
  const known = recallVerdict(key);
  if (known) return known;
  const verdict = judge(candidate);
  rememberVerdict(key, verdict);
  return verdict;
}

function keyOf({ kind, path }: Candidate): string | undefined {
  const machine = [arch(), cpus()[0]?.model ?? '', process.env[CORE_VARIABLE] ?? ''].join(' ');
  try {
    const { size, mtimeMs } = statSync(path);
    return [path, size, mtimeMs, machine].join('|');
  } catch {
    // Accelerate is part of the system, and no file.
    return kind === 'Accelerate' ? [path, release(), machine].join('|') : undefined;
  }
}

/** As it is; or, where it does not know the processor, with the kernels that the processor's instructions allow. */
function judge(candidate: Candidate): Verdict {
  const plain = tryInChild(candidate);
  if ('wrong' in plain) return { good: false, why: plain.wrong };
  const better = bestCore(processorFlags());
  const isTold = (process.env[CORE_VARIABLE] ?? '') !== '';
  if (isTold || plain.core === undefined || better === undefined || !isBehind(plain.core, better))
    return { good: true, name: plain.name };
  const told = tryInChild(candidate, better);
  if (!('wrong' in told) && told.core !== undefined && !isBehind(told.core, 'Haswell'))
    return { good: true, name: told.name, tell: better };
  const why = `it does not know this processor and takes kernels for ${plain.core}, which are no faster than our own`;
  return { good: false, why };
}

function tryInChild({ kind, path }: Candidate, core?: string): Trial {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const program = fileURLToPath(new URL(`./tryBlas.node.${extension}`, import.meta.url));
  const child = spawnSync(process.execPath, [program, kind, path, ...(core === undefined ? [] : [core])], {
    encoding: 'utf8',
    timeout: patience,
    windowsHide: true,
  });
  const answer = child.status === 0 ? lastLine(child.stdout) : undefined;
  if (answer !== undefined) return answer;
  if (child.signal === 'SIGTERM') return { wrong: 'it did not answer in a minute' };
  return { wrong: `it crashed on small products (${child.signal ?? `exit code ${child.status}`})` };
}

/** A library may print lines of its own before. */
function lastLine(text: string): Trial | undefined {
  try {
    return JSON.parse(text.trimEnd().split('\n').at(-1)!) as Trial;
  } catch {
    return undefined;
  }
}
