import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canPin } from './pinned.ts';
import { summarise, type Summary } from './summary.ts';

/** Milliseconds from before the process starts. */
export interface StartUp {
  /** `neumann --version`, to its end. */
  readonly version: Summary;
  /** `neumann train` on iris: to the end of the first step, of the linear baseline or of the net, whichever comes first. */
  readonly firstStep: Summary;
  /** The same run to its end. */
  readonly whole: Summary;
  /** Node itself, doing nothing. */
  readonly node: Summary;
}

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'dist', 'cli', 'bin.js');
const iris = join(root, 'fixtures', 'oracle', 'data', 'iris.csv');
const watch = pathToFileURL(join(import.meta.dirname, 'firstStep.js')).href;
const now = () => performance.timeOrigin + performance.now();

interface Started {
  readonly begin: number;
  readonly seconds: number;
  readonly errors: string;
}

function start(args: readonly string[]): Started {
  const command = [process.execPath, ...args];
  const [first, ...rest] = canPin ? ['taskset', '-c', '0', ...command] : command;
  const begin = now();
  const { status, stderr } = spawnSync(first, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { begin, seconds: now() - begin, errors: stderr };
}

function startTraining(): { readonly firstStep: number; readonly whole: number } {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-bench-'));
  const command = [bin, 'train', iris, '--target', 'species', '--out', join(folder, 'run'), '--quiet'];
  const { begin, seconds, errors } = start(['--import', watch, ...command]);
  rmSync(folder, { recursive: true });
  const [, at] = /first step at ([\d.]+)/.exec(errors)!;
  return { firstStep: Number(at) - begin, whole: seconds };
}

/** Each start is repeated, with the first one, which fills Node's cache of compiled code, left out. */
export function measureStartUp(repetitions: number): StartUp {
  const repeat = <Value>(measure: () => Value): Value[] =>
    Array.from({ length: repetitions + 1 }, measure).slice(1);
  const trainings = repeat(startTraining);
  return {
    version: summarise(repeat(() => start([bin, '--version']).seconds)),
    firstStep: summarise(trainings.map(({ firstStep }) => firstStep)),
    whole: summarise(trainings.map(({ whole }) => whole)),
    node: summarise(repeat(() => start(['-e', '0']).seconds)),
  };
}
