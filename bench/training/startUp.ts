import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinned } from './pinned.ts';
import { summarise, type Summary } from './summary.ts';

/** Milliseconds since before the process started, of its processor and on the clock. */
export interface Elapsed<Value = Summary> {
  readonly processor: Value;
  readonly wall: Value;
}

export interface StartUp {
  /** Node itself, doing nothing. */
  readonly node: Elapsed;
  /** `neumann --version`, to its end. */
  readonly version: Elapsed;
  /** `neumann train` on iris: to the end of the first step, which is one of the linear model that nets start from. */
  readonly firstStep: Elapsed;
  /** ... to the end of the first step of a net. */
  readonly netStep: Elapsed;
  /** The same run to its end. */
  readonly whole: Elapsed;
}

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'dist', 'cli', 'bin.js');
const iris = join(root, 'fixtures', 'oracle', 'data', 'iris.csv');
const moduleNamed = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href;

/** Runs Node to its end; `times` reads what the process told of a moment. */
function start(told: string, args: readonly string[]) {
  const [command, ...rest] = pinned([process.execPath, '--import', moduleNamed(told), ...args]);
  const begin = performance.timeOrigin + performance.now();
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (what: string): Elapsed<number> => {
    const [, text] = new RegExp(`^${what}: (.*)$`, 'm').exec(stderr)!;
    const { at, processor } = JSON.parse(text) as { at: number; processor: number };
    return { processor, wall: at - begin };
  };
}

function startTraining() {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-bench-'));
  const order = ['train', iris, '--target', 'species', '--out', join(folder, 'run'), '--json'];
  const timeOf = start('tellFirstStep.js', [bin, ...order]);
  rmSync(folder, { recursive: true });
  return { firstStep: timeOf('first step'), netStep: timeOf("net's first step"), whole: timeOf('end') };
}

/** Each start is repeated; the first one, which fills Node's cache of compiled code, is left out. */
export function measureStartUp(repetitions: number): StartUp {
  const repeat = <Value>(measure: () => Value): Value[] =>
    Array.from({ length: repetitions + 1 }, measure).slice(1);
  const trainings = repeat(startTraining);
  return {
    node: summariseElapsed(repeat(() => start('tell.js', ['-e', '0'])('end'))),
    version: summariseElapsed(repeat(() => start('tell.js', [bin, '--version'])('end'))),
    firstStep: summariseElapsed(trainings.map(({ firstStep }) => firstStep)),
    netStep: summariseElapsed(trainings.map(({ netStep }) => netStep)),
    whole: summariseElapsed(trainings.map(({ whole }) => whole)),
  };
}

export function summariseElapsed(values: readonly Elapsed<number>[]): Elapsed {
  return {
    processor: summarise(values.map(({ processor }) => processor)),
    wall: summarise(values.map(({ wall }) => wall)),
  };
}
