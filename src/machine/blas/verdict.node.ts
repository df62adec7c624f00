import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Candidate } from './candidates.node.ts';
import { bestCore, CORE_VARIABLE, isBehind, processorFlags } from './cores.node.ts';
import { findKoffi } from './koffi.node.ts';
import { LOADED } from './loaded.ts';
import type { Trial } from './tryBlas.node.ts';
import { forgetVerdict, recallVerdict, rememberVerdict, type Verdict } from './verdictCache.node.ts';

/** Milliseconds for a trial, which takes a tenth of a second on a machine that has nothing else to do. */
const patience = 60_000;

/**
 * The verdict on a library. A good one, or a bad one that lies in the library itself, is remembered as long as the file, the processor, the
 * package that calls it and the variable for its kernels stay the same; what may be otherwise next time is not. `again`: whatever is
 * remembered.
 */
export function judgeBlas(candidate: Candidate, again = false): Verdict {
  const key = keyOf(candidate);
  if (key === undefined) return { good: false, why: 'there is no such file' };
  const known = again ? undefined : recallVerdict(key);
  if (known) return known;
  const { verdict, lasting } = judge(candidate);
  if (lasting) rememberVerdict(key, verdict);
  else forgetVerdict(key);
  return verdict;
}

function keyOf({ kind, path }: Candidate): string | undefined {
  const flags = createHash('sha256')
    .update([...processorFlags()].sort().join(' '))
    .digest('hex');
  const processor = [arch(), cpus()[0]?.model ?? '', flags.slice(0, 16)];
  const machine = [...processor, `koffi ${findKoffi()?.version}`, process.env[CORE_VARIABLE] ?? ''].join(' ');
  try {
    const { size, mtimeMs } = statSync(path);
    return [path, size, mtimeMs, machine].join('|');
  } catch {
    // Accelerate is part of the system, and no file.
    return kind === 'Accelerate' ? [path, release(), machine].join('|') : undefined;
  }
}

interface Judgement {
  readonly verdict: Verdict;
  readonly lasting: boolean;
}

/** As it is; or, where it does not know the processor, with the kernels that the processor's instructions allow. */
function judge(candidate: Candidate): Judgement {
  const plain = tryInChild(candidate);
  if ('wrong' in plain)
    return { verdict: { good: false, why: plain.wrong }, lasting: plain.lasting === true };
  const better = bestCore(processorFlags());
  const isTold = (process.env[CORE_VARIABLE] ?? '') !== '';
  if (isTold || plain.core === undefined || better === undefined || !isBehind(plain.core, better))
    return { verdict: { good: true, name: plain.name }, lasting: true };
  const told = tryInChild(candidate, better);
  if (!('wrong' in told) && told.core !== undefined && !isBehind(told.core, 'Haswell'))
    return { verdict: { good: true, name: told.name, tell: better }, lasting: true };
  const why = `it does not know this processor and takes kernels for ${plain.core}, which are no faster than our own`;
  return { verdict: { good: false, why }, lasting: !('wrong' in told) || told.lasting === true };
}

/** By which a library ends that takes what it is given for something else, as wider integers. */
const crashes: readonly (string | null)[] = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'];

function tryInChild({ kind, path }: Candidate, core?: string): Trial {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const program = fileURLToPath(new URL(`./tryBlas.node.${extension}`, import.meta.url));
  const child = spawnSync(process.execPath, [program, kind, path, ...(core === undefined ? [] : [core])], {
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: patience,
    windowsHide: true,
  });
  const answer = child.status === 0 ? lastLine(child.stdout) : undefined;
  if (answer !== undefined) return answer;
  const code = (child.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') return { wrong: 'it did not answer in a minute' };
  if (code !== undefined) return { wrong: `it could not be tried (${code})` };
  const how = child.signal ?? `exit code ${child.status}`;
  if (!child.stdout.split(/\r?\n/).includes(LOADED))
    return { wrong: `the process to try it in ended early (${how})` };
  return { wrong: `it crashed on small products (${how})`, lasting: crashes.includes(child.signal) };
}

/** Without what changes how Node runs a program; where packages are found stays. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('NODE_') || name === 'NODE_PATH',
  );
  return Object.fromEntries(kept);
}

/** A library may print lines of its own before. */
function lastLine(text: string): Trial | undefined {
  try {
    return JSON.parse(text.trimEnd().split('\n').at(-1)!) as Trial;
  } catch {
    return undefined;
  }
}
