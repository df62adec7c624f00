import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinned } from './environment.ts';
import { summarise, type Summary } from './statistics.ts';

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

const own = join(import.meta.dirname, '..', '..');
const iris = join(own, 'fixtures', 'oracle', 'data', 'iris.csv');
const moduleNamed = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href;

interface Started {
  /** What the process told of a moment. */
  timeOf(what: string): Elapsed<number>;
}

/** Runs Node to its end. */
function start(told: string, args: readonly string[], root: string): Started {
  const [command, ...rest] = pinned([process.execPath, '--import', moduleNamed(told), ...args]);
  const begin = performance.timeOrigin + performance.now();
  const env = { ...process.env, NEUMANN_BENCH_ROOT: root };
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return {
    timeOf(what) {
      const found = new RegExp(`^${what}: (.*)$`, 'm').exec(stderr);
      if (!found) throw new Error(`${args.join(' ')} did not say when it came to: ${what}.`);
      const { at, processor } = JSON.parse(found[1]) as { at: number; processor: number };
      return { processor, wall: at - begin };
    },
  };
}

type Moment = keyof StartUp;
type Moments = Readonly<Record<Moment, Elapsed<number>>>;

function startOnce(root: string): Moments {
  const bin = join(root, 'dist', 'cli', 'bin.js');
  const folder = mkdtempSync(join(tmpdir(), 'neumann-bench-'));
  const order = ['train', iris, '--target', 'species', '--out', join(folder, 'run'), '--json'];
  try {
    const training = start('tellFirstStep.js', [bin, ...order], root);
    return {
      node: start('tell.js', ['-e', '0'], root).timeOf('end'),
      version: start('tell.js', [bin, '--version'], root).timeOf('end'),
      firstStep: training.timeOf('first step'),
      netStep: training.timeOf("net's first step"),
      whole: training.timeOf('end'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The checkouts in turn; the first start of each, which fills Node's cache of compiled code, is left out. Needs their `dist`. */
export function measureStartUp(repetitions: number, roots: readonly string[] = [own]): StartUp[] {
  const rounds = Array.from({ length: repetitions + 1 }, () => roots.map(startOnce)).slice(1);
  return roots.map((_, index) => summariseMoments(rounds.map((round) => round[index])));
}

function summariseMoments(all: readonly Moments[]): StartUp {
  const of = (moment: Moment): Elapsed => ({
    processor: summarise(all.map((moments) => moments[moment].processor)),
    wall: summarise(all.map((moments) => moments[moment].wall)),
  });
  return {
    node: of('node'),
    version: of('version'),
    firstStep: of('firstStep'),
    netStep: of('netStep'),
    whole: of('whole'),
  };
}
