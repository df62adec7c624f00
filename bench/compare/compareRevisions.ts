import type { BenchOptions } from '../harness/arguments.ts';
import { describeMachine } from '../harness/machine.ts';
import { isWanted, runRaces, settingsOf } from '../harness/measureAll.ts';
import type { Race } from '../harness/race.ts';
import { measureStartUp } from '../harness/startUp.ts';
import { writeResults } from '../harness/writeResults.ts';
import { ours } from '../contestants/ours.ts';
import { build, checkOut, own, type Checkout } from './checkout.ts';
import { comparisonText } from './comparisonText.ts';
import { ratioLine, startLines, type Line } from './lines.ts';
import { sizesOf } from './sizes.ts';

/** This working tree beside another revision of it, turn by turn: time, memory, size; what got worse stands there like the rest. */
export async function compareRevisions(options: BenchOptions & { readonly compare: string }): Promise<void> {
  const before = checkOut(options.compare);
  process.once('exit', () => before.remove());
  build(own);
  const lines = await compareAll(options, before);
  const results = { machine: describeMachine(), before: before.name, now: own.name, lines };
  const markdown = comparisonText(results);
  console.log(markdown);
  if (options.json !== undefined) writeResults({ ...options, only: [] }, 'compare', results, markdown);
}

async function compareAll(options: BenchOptions, before: Checkout): Promise<Line[]> {
  const pairs = ours.flatMap((contestant) => [
    contestant,
    {
      ...contestant,
      name: `${contestant.name}, before`,
      options: { ...contestant.options, root: before.root },
    },
  ]);
  const noPython = { versions: {}, environment: {} };
  const races = await runRaces(options, pairs, settingsOf(options.quick), noPython);
  const start = isWanted(options, 'start')
    ? startLines(measureStartUp(options.quick ? 3 : 11, [own.root, before.root]))
    : [];
  return [...races.flatMap(raceLines), ...start, ...(await sizesOf(own.root, before.root))];
}

function raceLines(race: Race): Line[] {
  return ours.flatMap(({ name }) => {
    const now = race.places.find(({ contestant }) => contestant === name);
    const before = race.places.find(({ contestant }) => contestant === `${name}, before`);
    if (!now) return [];
    if (before) return ratioLine(`${race.name}, ${name.replace('Neumann ', '')}`, now, before);
    const why = race.absent.find(({ contestant }) => contestant === `${name}, before`)?.why;
    return [
      {
        what: `${race.name}, ${name.replace('Neumann ', '')}`,
        before: `not there: ${why}`,
        now: '',
        ratio: undefined,
        nothing: 0,
      },
    ];
  });
}
