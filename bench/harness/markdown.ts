import { clockOf, timeOf, timesAsLong } from './places.ts';
import type { Place, Race } from './race.ts';
import type { Results } from './results.ts';
import { momentNames, moments, type StartUp } from './startUp.ts';
import type { Summary } from './statistics.ts';

/** The whole report: what was demanded, then every race, ratios first. */
export function toMarkdown(results: Results): string {
  return [
    '# Speed',
    '',
    ...machineText(results),
    ...targetText(results),
    ...results.races.flatMap(raceText),
    ...(results.startUp ? startText(results.startUp) : []),
  ].join('\n');
}

function machineText({ date, machine, versions, pythonKernels, missing, settings }: Results): string[] {
  const { processor, cores, instructions, memory, system, pinned, load } = machine;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const { rounds, milliseconds, warmUp } = settings;
  return [
    `${date}; ${processor}, ${cores} cores, ${instructions.join(' ')}, ${(memory / 2 ** 30).toFixed(0)} GiB, ${system}; load ${load} at the start.`,
    '',
    `${names.join('; ')}.`,
    '',
    ...(pythonKernels ? [`OpenBLAS of Python's contestants: ${pythonKernels}.`, ''] : []),
    ...(missing.length > 0 ? [`Not on this machine, so not in the tables: ${missing.join(', ')}.`, ''] : []),
    `Everyone is a process of its own${pinned ? ', bound to one core where it has one thread' : ''}; they take turns, one at a time, ${rounds} rounds of ${milliseconds} ms after ` +
      `${warmUp} ms to warm up. A ratio is taken within each round: the median, and the quartiles behind it. One thread is compared by processor time, several by the clock.`,
    '',
  ];
}

function targetText({ targets }: Results): string[] {
  if (targets.length === 0) return [];
  return [
    '## What was demanded',
    '',
    '| demanded | measured | met |',
    '|---|---:|---|',
    ...targets.map(
      ({ text, measured, met }) =>
        `| ${text} | ${measured} | ${met === undefined ? '-' : met ? 'yes' : '**no**'} |`,
    ),
    '',
  ];
}

function raceText(race: Race): string[] {
  const ours = race.places.filter((place) => place.ours);
  return [
    `## ${race.workload}${race.name === race.workload ? '' : `: ${race.name}`}`,
    '',
    `${race.title}. Columns of ratios: how many times as long the row's contestant takes.`,
    '',
    `| | ${ours.map(({ contestant }) => `times ${contestant}`).join(' | ')} | µs a step | µs on the clock | ${race.counted.unit}s/s | MB | differs by |`,
    `|---|${'---:|'.repeat(ours.length + 5)}`,
    ...race.places.map((place) => placeText(race, place, ours)),
    '',
    ...aboutText(race),
    ...race.absent.map(({ contestant, why }) =>
      `${contestant} did not take part: ${why}.`.replace('..', '.'),
    ),
    ...(race.absent.length > 0 ? [''] : []),
  ];
}

/** What contestants said of themselves, those who said the same together. */
function aboutText({ places }: Race): string[] {
  const said = Map.groupBy(
    places.filter(({ about }) => about),
    ({ about }) => about,
  );
  const lines = [...said].map(
    ([about, group]) => `${group.map(({ contestant }) => contestant).join('; ')}: ${about}.`,
  );
  return lines.length > 0 ? [...lines.map((line) => `- ${line}`), ''] : [];
}

function placeText(race: Race, place: Place, ours: readonly Place[]): string {
  const time = timeOf(place);
  const ratios = ours.map((own) => (own === place ? '1' : spread(timesAsLong(place, own))));
  const perSecond = (1e6 * race.counted.each) / time.median;
  const cells = [
    place.contestant,
    ...ratios,
    clockOf(place) === 'processor' ? spread(time) : '-',
    spread(timeOf(place, 'wall')),
    perSecond >= 1000 ? Math.round(perSecond).toLocaleString('en') : round(perSecond),
    (place.memory / 1e6).toFixed(0),
    differenceText(race, place),
  ];
  return `| ${cells.join(' | ')} |`;
}

function differenceText({ tolerance }: Race, { difference, agrees, bound }: Place): string {
  if (bound) return 'a bound';
  if (difference === undefined) return '-';
  if (agrees) return difference === 0 ? '0' : difference.toExponential(0);
  const apart = Number.isFinite(difference) ? difference.toPrecision(2) : 'another shape';
  return `**other work**: ${apart} (${tolerance} allowed)`;
}

function startText(startUp: StartUp): string[] {
  const lines = moments.map((moment) => {
    const { processor, wall, memory } = startUp[moment];
    const cells = [
      momentNames[moment],
      spread(processor),
      spread(wall),
      round(wall.least),
      round(memory.median / 1e6),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '## start: processes',
    '',
    '| milliseconds | of the processor | on the clock | least | MB |',
    '|---|---:|---:|---:|---:|',
    ...lines,
    '',
  ];
}

export const spread = (summary: Summary | undefined): string =>
  summary === undefined ? '-' : `${round(summary.median)} (${round(summary.lower)}-${round(summary.upper)})`;

/** Three digits, or all before the point. */
export const round = (value: number): string =>
  value >= 100 || value === 0 ? Math.round(value).toString() : String(Number(value.toPrecision(3)));
