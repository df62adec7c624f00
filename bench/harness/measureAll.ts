import { createRequire } from 'node:module';
import { contestants } from '../contestants/index.ts';
import { workloads } from '../workloads/index.ts';
import type { Case } from '../workloads/workload.ts';
import type { BenchOptions } from './arguments.ts';
import { isPython, type Contestant } from './contestant.ts';
import { installRivals } from './installRivals.ts';
import { describeMachine } from './machine.ts';
import { findPython, type Python } from './python.ts';
import { race, type Race, type RaceSettings } from './race.ts';
import type { Results } from './results.ts';
import { measureStartUp } from './startUp.ts';
import { targetsOf } from './targets.ts';

export const settingsOf = (quick: boolean): RaceSettings =>
  quick ? { rounds: 5, milliseconds: 60, warmUp: 300 } : { rounds: 11, milliseconds: 150, warmUp: 600 };

/** Everything that was asked for, with everyone who is there. */
export async function measureAll(options: BenchOptions): Promise<Results> {
  const machine = describeMachine();
  installRivals();
  const python = findPython();
  const versions = { ...packageVersions(), ...python.versions };
  const taking = contestants.filter(({ needs = [] }) => needs.every((name) => name in versions));
  const needed = contestants.flatMap(({ needs = [] }) => needs);
  const settings = settingsOf(options.quick);
  const races = await runRaces(options, taking, settings, python);
  const startUp = isWanted(options, 'start') ? measureStartUp(options.quick ? 3 : 11)[0] : undefined;
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine,
    versions: { Node: process.versions.node, ...versions },
    pythonKernels: python.kernels,
    missing: [...new Set(needed.filter((name) => !(name in versions)))],
    settings,
    targets: targetsOf({ races, torch: versions.torch, startUp }),
    races,
    startUp,
  };
}

export const isWanted = ({ only }: BenchOptions, name: string): boolean =>
  only === undefined || only.includes(name);

export async function runRaces(
  options: BenchOptions,
  taking: readonly Contestant[],
  settings: RaceSettings,
  python: Python,
): Promise<Race[]> {
  const races: Race[] = [];
  for (const workload of workloads.filter(({ name }) => isWanted(options, name))) {
    for (const work of await workload.cases(options.quick)) {
      process.stderr.write(`${work.name}: ${work.title}\n`);
      races.push(await race(workload.name, work, takingPartIn(work, taking), settings, python));
    }
  }
  return races;
}

const takingPartIn = ({ kind, name }: Case, taking: readonly Contestant[]) =>
  taking.filter(({ kinds, without = {} }) => kinds.includes(kind) && !(name in without));

/** Of the npm packages that contestants need, those that are installed, here or above. */
function packageVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const names = new Set(contestants.filter((one) => !isPython(one)).flatMap(({ needs = [] }) => needs));
  const found: Record<string, string> = {};
  for (const name of names) {
    const folder = require.resolve.paths(name)?.map((path) => `${path}/${name}/package.json`) ?? [];
    for (const path of folder) {
      try {
        found[name] ??= (require(path) as { version: string }).version;
      } catch {
        // Not in this folder.
      }
    }
  }
  return found;
}
