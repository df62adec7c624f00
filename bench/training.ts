/**
 * The same training work in Neumann and in its rivals, on one core, turn by turn; then memory, planning and start-up of Neumann. Writes
 * `results/training.md` and `results/training.json`.
 *
 *     npm run bench                      # from the repository's root; installs the rivals first, needs a built `dist`
 *     node bench/training.ts --rounds 5 --milliseconds 100 --no-write
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contestants } from './training/contestant.ts';
import type { HeapFigures } from './training/heap.ts';
import { canPin, forkPinned, nextMessage } from './training/pinned.ts';
import type { PlanningFigures } from './training/planning.ts';
import { race, type Race } from './training/race.ts';
import { targetsOf, toMarkdown, type Results } from './training/report.ts';
import { measureStartUp, summariseElapsed } from './training/startUp.ts';
import { works } from './training/works.ts';

const folder = import.meta.dirname;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    milliseconds: { type: 'string', default: '300' },
    'no-write': { type: 'boolean', default: false },
  },
});
const settings = { rounds: Number(values.rounds), milliseconds: Number(values.milliseconds), warmUp: 1500 };

async function versionOf(path: string): Promise<string> {
  return (JSON.parse(await readFile(join(folder, path, 'package.json'), 'utf8')) as { version: string })
    .version;
}

async function versions(): Promise<Record<string, string>> {
  const found: Record<string, string> = { Node: process.versions.node, neumann: await versionOf('..') };
  for (const entry of contestants) {
    if (entry.package) found[entry.package] = await versionOf(join('node_modules', entry.package));
  }
  return found;
}

/** The message of a module that measures one thing in a process of its own. */
async function figuresOf<Figures>(module: string, execArgv: string[] = []): Promise<Figures> {
  return nextMessage<Figures>(forkPinned(join(folder, 'training', module), [], { execArgv }));
}

async function measurePlanning(repetitions: number): Promise<Results['planning']> {
  const runs: PlanningFigures[] = [];
  for (let i = 0; i < repetitions; i++) runs.push(await figuresOf('planning.ts'));
  return {
    first: summariseElapsed(runs.map(({ first }) => first)),
    later: summariseElapsed(runs.map(({ later }) => later)),
  };
}

async function measureAll(): Promise<Results> {
  const before = loadavg()[0];
  const races: Race[] = [];
  for (const work of works) races.push(await race(work, settings));
  const heap = await figuresOf<HeapFigures>('heap.ts', ['--expose-gc']);
  const planning = await measurePlanning(11);
  const startUp = measureStartUp(11);
  const machine = {
    processor: cpus()[0].model,
    cores: availableParallelism(),
    system: `${process.platform} ${process.arch}`,
    pinned: canPin,
    load: [before, loadavg()[0]] as const,
  };
  const date = new Date().toISOString().slice(0, 10);
  const measured = { date, machine, versions: await versions(), settings, races, heap, planning, startUp };
  return { ...measured, targets: targetsOf(measured) };
}

const results = await measureAll();
const markdown = toMarkdown(results);
console.log(markdown);
if (!values['no-write']) {
  await mkdir(join(folder, 'results'), { recursive: true });
  await writeFile(join(folder, 'results', 'training.md'), markdown);
  await writeFile(join(folder, 'results', 'training.json'), `${JSON.stringify(results, null, 1)}\n`);
}
