import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinned } from './environment.ts';
import { summarise, type Summary } from './statistics.ts';

/** What a process had used when it came to a moment: milliseconds since before it started, and bytes at most. */
interface Told<Value> {
  readonly processor: Value;
  readonly wall: Value;
  readonly memory: Value;
}

export type Elapsed = Told<Summary>;

const own = join(import.meta.dirname, '..', '..');
const iris = join(own, 'fixtures', 'oracle', 'data', 'iris.csv');
const moduleNamed = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href;

/** Runs Node to its end; gives what it told of a moment. */
function start(told: string, args: readonly string[]): (what: string) => Told<number> {
  const [command, ...rest] = pinned([process.execPath, '--import', moduleNamed(told), ...args]);
  const begin = performance.timeOrigin + performance.now();
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (what) => {
    const found = new RegExp(`^${what}: (.*)$`, 'm').exec(stderr);
    if (!found) throw new Error(`${args.join(' ')} did not say when it came to its ${what}.`);
    const { at, processor, memory } = JSON.parse(found[1]) as {
      at: number;
      processor: number;
      memory: number;
    };
    return { processor, wall: at - begin, memory };
  };
}

function startOnce(root: string) {
  const bin = join(root, 'dist', 'cli', 'bin.js');
  const folder = mkdtempSync(join(tmpdir(), 'neumann-bench-'));
  const order = ['train', iris, '--target', 'species', '--out', join(folder, 'run'), '--json'];
  try {
    const training = start('tellFirstStep.js', [bin, ...order]);
    return {
      node: start('tell.js', ['-e', '0'])('end'),
      version: start('tell.js', [bin, '--version'])('end'),
      firstStep: training('first gradient'),
      whole: training('end'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Moments = ReturnType<typeof startOnce>;
export type Moment = keyof Moments;
export type StartUp = Readonly<Record<Moment, Elapsed>>;

export const momentNames: Readonly<Record<Moment, string>> = {
  node: '`node -e 0`',
  version: '`neumann --version`',
  firstStep: '`neumann train` on iris, to its first gradient',
  whole: '... to its end',
};

export const moments = Object.keys(momentNames) as readonly Moment[];

/** The checkouts in turn; the first start of each, which fills Node's cache of compiled code, is left out. Needs their `dist`. */
export function measureStartUp(repetitions: number, roots: readonly string[] = [own]): StartUp[] {
  const rounds = Array.from({ length: repetitions + 1 }, () => roots.map(startOnce)).slice(1);
  return roots.map((_, index) => summariseMoments(rounds.map((round) => round[index])));
}

function summariseMoments(all: readonly Moments[]): StartUp {
  const of = (moment: Moment): Elapsed => {
    const summary = (kind: keyof Told<number>) => summarise(all.map((one) => one[moment][kind]));
    return { processor: summary('processor'), wall: summary('wall'), memory: summary('memory') };
  };
  return { node: of('node'), version: of('version'), firstStep: of('firstStep'), whole: of('whole') };
}
