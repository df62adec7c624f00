import type { HeapFigures } from './heap.ts';
import { COMPARED_STEPS, type Place, type Race, type RaceSettings } from './race.ts';
import type { Elapsed, StartUp } from './startUp.ts';
import type { Summary } from './summary.ts';

export interface Results {
  readonly date: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly system: string;
    readonly pinned: boolean;
    /** Load of the machine (1 minute mean) before and after. */
    readonly load: readonly [before: number, after: number];
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: RaceSettings;
  readonly targets: readonly Target[];
  readonly races: readonly Race[];
  readonly heap: HeapFigures;
  readonly planning: { readonly first: Elapsed; readonly later: Elapsed };
  readonly startUp: StartUp;
}

export interface Target {
  readonly text: string;
  readonly measured: string;
  readonly met: boolean;
}

type Measured = Omit<Results, 'targets'>;

/** What was demanded beside what was measured. */
export function targetsOf({ races, heap, planning, startUp }: Measured): Target[] {
  const place = (work: string, name: string) =>
    races.find((race) => race.work.name === work)!.places.find(({ contestant }) => contestant === name)!;
  const step = place('2-4-2-1', 'neumann').processor.median;
  const atLeast = (work: string, name: string, times: number): Target => {
    const { median } = place(work, name).ratio;
    return {
      text: `${work}: ${times === 1 ? 'at least' : `at least ${times} times`} as fast as ${name}`,
      measured: `${round(median)} times`,
      met: median >= times,
    };
  };
  const bytes = (heap.after - heap.before) / heap.steps;
  return [
    { text: '2-4-2-1: a step within 2 µs', measured: `${round(step)} µs`, met: step <= 2 },
    atLeast('30-64-32-2', 'jax-js', 5),
    atLeast('30-64-32-2', 'tfjs-wasm', 5),
    atLeast('784-512-512-10', 'jax-js', 1),
    {
      text: 'steady state allocates nothing',
      measured: `${round(bytes)} bytes a step`,
      met: heap.collections === 0 && bytes < 1,
    },
    within(20, 'planning 30-64-32-2, the first net of a process', planning.first),
    within(20, 'planning 30-64-32-2, a later net of a process', planning.later),
    within(500, '`neumann train` on iris, first step (of the linear model)', startUp.firstStep),
    within(500, '`neumann train` on iris, first step of a net', startUp.netStep),
  ];
}

function within(milliseconds: number, text: string, { processor }: Elapsed): Target {
  const measured = `${round(processor.median)} ms`;
  return { text: `${text}: within ${milliseconds} ms`, measured, met: processor.median <= milliseconds };
}

export function toMarkdown(results: Results): string {
  return [
    '# Training speed',
    '',
    machineText(results),
    '',
    '| demanded | measured, processor time | met |',
    '|---|---:|---|',
    ...results.targets.map(
      ({ text, measured, met }) => `| ${text} | ${measured} | ${met ? 'yes' : '**no**'} |`,
    ),
    '',
    ...results.races.flatMap(raceText),
    ...otherText(results),
  ].join('\n');
}

function machineText({ date, machine, versions, settings }: Results): string {
  const { processor, cores, system, pinned, load } = machine;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date}; ${processor}, ${cores} cores, ${system}; ${names.join(', ')}.`,
    '',
    `One interleaved run: every contestant is a process of its own${pinned ? ', all bound to the same core' : ''}, and they take turns, one ` +
      `at a time, ${settings.rounds} rounds of ${settings.milliseconds} ms each, after ${settings.warmUp} ms to warm up. Other work may have run on the machine ` +
      `meanwhile (load ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after), so the demands are judged by processor time, which on a quiet machine is what the clock shows, and the ratios, ` +
      `taken within each round, are what to read. Spread is from the lower to the upper quartile over rounds.`,
    '',
    `Before anything is timed, all weights' updates over ${COMPARED_STEPS} steps from the same weights on the same batches are compared with Neumann's.`,
  ].join('\n');
}

function raceText({ work, places }: Race): string[] {
  const { name, hidden, loss, optimizer, rows, tolerance } = work;
  return [
    `## ${name}, ${hidden}, ${loss}, ${optimizer}, batch ${rows}`,
    '',
    `| | times Neumann's step | µs a step | least | µs on the clock | steps/s | update differs by (${tolerance} allowed) |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...places.map(placeText),
    '',
  ];
}

function placeText({ contestant, ratio, processor, wall, difference }: Place): string {
  const cells = [
    contestant,
    spread(ratio),
    spread(processor),
    round(processor.least),
    round(wall.median),
    Math.round(1e6 / processor.median).toLocaleString('en'),
    difference === 0 ? '-' : difference.toExponential(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function otherText({ heap, planning, startUp }: Results): string[] {
  const { steps, before, after, kept, collections } = heap;
  const bytes = (count: number) => count.toLocaleString('en');
  return [
    '## Memory',
    '',
    `Heap in use before ${bytes(steps)} steps of 2-4-2-1: ${bytes(before)} bytes; after: ${bytes(after)} ` +
      `(${bytes(after - before)} more, ${round((after - before) / steps)} a step); after collecting garbage: ${bytes(kept)}. ` +
      `Garbage collections during the steps: ${collections}.`,
    '',
    '## Planning and start',
    '',
    '| milliseconds | of the processor | least | on the clock | least |',
    '|---|---:|---:|---:|---:|',
    elapsedText(
      'planning 30-64-32-2 (memory, three programs, first gradient), first net of a process',
      planning.first,
    ),
    elapsedText('... twentieth net of a process', planning.later),
    elapsedText('`node -e 0`', startUp.node),
    elapsedText('`neumann --version`', startUp.version),
    elapsedText('`neumann train` on iris, to its first step, of a linear model', startUp.firstStep),
    elapsedText(
      '... to the first step of a net, once the linear model it starts from is fitted',
      startUp.netStep,
    ),
    elapsedText('`neumann train` on iris, to its end', startUp.whole),
    '',
  ];
}

function elapsedText(name: string, { processor, wall }: Elapsed): string {
  return `| ${name} | ${[spread(processor), round(processor.least), spread(wall), round(wall.least)].join(' | ')} |`;
}

const spread = ({ median, lower, upper }: Summary) =>
  lower === upper ? round(median) : `${round(median)} (${round(lower)}-${round(upper)})`;

/** Three digits, or all before the point. */
function round(value: number): string {
  return value >= 100 || value === 0 ? Math.round(value).toString() : String(Number(value.toPrecision(3)));
}
