import { placeNamed, quickest, timeOf, timesAsLong } from './places.ts';
import type { Place, Race } from './race.ts';
import type { StartUp } from './startUp.ts';
import type { Summary } from './statistics.ts';

/** A demand beside what was measured; undefined where one of the two was not there to be measured. */
export interface Target {
  readonly text: string;
  readonly measured: string;
  readonly met: boolean | undefined;
}

interface Measured {
  readonly races: readonly Race[];
  /** The version, and who built it; the BLAS beneath it is what it says of itself. */
  readonly torch?: string;
  readonly startUp?: StartUp;
}

const EAGER = ['PyTorch eager', 'PyTorch eager, foreach'];
const OBJECTS = ['object graph'];
const JAVASCRIPT = [
  'TensorFlow.js wasm',
  'TensorFlow.js cpu',
  'jax-js',
  'brain.js',
  'object graph',
  'plain loops',
];
const WORKS = ['W1', 'W2', 'W3', 'W4', 'W5'];

/** 'No slower': within what a measurement on a busy machine can tell. */
const NO_SLOWER = 0.9;

/** What was demanded, in the order in which it was demanded. */
export function targetsOf({ races, torch = 'of no known version', startUp }: Measured): Target[] {
  const pytorch = `PyTorch ${[torch, blasOf(races)].filter(Boolean).join(', ')}`;
  const find = (name: string) => races.find((race) => race.name === name);
  return [
    ...WORKS.flatMap((name) => trainingTargets(name, find(name), pytorch)),
    ...WORKS.flatMap((name) => javascriptTargets(name, find(name))),
    ...coreTargets(find('W4'), pytorch),
    ...productTargets(races),
    ...(startUp ? startTargets(startUp) : []),
  ];
}

/** No claim without the version and the BLAS it holds for. */
function blasOf(races: readonly Race[]): string | undefined {
  const eager = races.map((race) => placeNamed(race, EAGER[0])?.about).find((about) => about);
  return eager?.startsWith('openblas') ? 'OpenBLAS' : eager;
}

const eagerTimes: Readonly<Record<string, number>> = { W1: 100, W2: 12, W3: 2.5, W4: 1.4, W5: 3 };

/** All on one core. */
function trainingTargets(name: string, race: Race | undefined, pytorch: string): Target[] {
  if (!race) return [];
  const fast = placeNamed(race, 'Neumann fast');
  const beside = (names: readonly string[], times: number, who: string) =>
    atLeast(`${name}, one core: ${times} times ${who}`, fast, bestOf(race, names), times);
  const targets = [beside(EAGER, eagerTimes[name], `${pytorch}, eager`)];
  if (name === 'W1') targets.push(beside(OBJECTS, 3, 'the plain object graph'));
  if (name === 'W2')
    targets.push(
      beside(
        ['PyTorch TorchScript loop', 'NumPy by hand'],
        2.5,
        `the best of TorchScript (${pytorch}) and NumPy`,
      ),
    );
  if (['W3', 'W4', 'W5'].includes(name))
    targets.push(
      atLeast(`${name}, one core: no slower than the best rival`, fast, bestRival(race), NO_SLOWER),
    );
  if (name === 'W4')
    targets.push(
      atLeast(
        `W4, one core, no BLAS: 0.6 times ${pytorch}, eager`,
        placeNamed(race, 'Neumann fast, no BLAS'),
        bestOf(race, EAGER),
        0.6,
      ),
    );
  return targets;
}

const exactTimes: Readonly<Record<string, number>> = { W1: 3, W2: 3, W3: 2, W4: 1.5, W5: 3 };

function javascriptTargets(name: string, race: Race | undefined): Target[] {
  if (!race) return [];
  const rival = bestOf(race, JAVASCRIPT);
  return [
    atLeast(`${name}, fast: 3 times the best JavaScript rival`, placeNamed(race, 'Neumann fast'), rival, 3),
    atLeast(
      `${name}, exact: ${exactTimes[name]} times the best JavaScript rival`,
      placeNamed(race, 'Neumann exact'),
      rival,
      exactTimes[name],
    ),
  ];
}

const leastWall = (place: Place): number => timeOf(place, 'wall').least;

/** Several cores can be judged by the clock alone, and by each one's quietest round: others' work hurts threads that wait for each other. */
function coreTargets(race: Race | undefined, pytorch: string): Target[] {
  if (!race) return [];
  const shared = race.places.filter(({ ours, threads }) => ours && threads > 1);
  const fast = shared.find(({ contestant }) => contestant.startsWith('Neumann fast'));
  const rivals = race.places.filter(
    ({ contestant, threads }) => threads > 1 && contestant.startsWith('PyTorch'),
  );
  const rival = rivals.toSorted((one, other) => leastWall(one) - leastWall(other))[0];
  return [
    atLeastByClock(`W4, all cores: as fast as ${pytorch}, on as many threads`, fast, rival, 1),
    ...shared.map((place) => {
      const alone = placeNamed(race, place.contestant.replace(/, \d+ threads/, ''));
      return atLeastByClock(`W4, ${place.contestant}: 1.7 times one thread`, place, alone, 1.7);
    }),
  ];
}

/** The largest product alone: narrow ones are bounded by memory. */
function productTargets(races: readonly Race[]): Target[] {
  const race = races.find(({ name }) => name.startsWith('gemm 512x512x512'));
  if (!race) return [];
  return [
    atLeast(
      'Product 512x512x512, exact: 0.8 of what four lanes can do',
      placeNamed(race, 'Neumann exact'),
      placeNamed(race, 'four lanes, plain'),
      0.8,
    ),
    atLeast(
      'Product 512x512x512, fast, no BLAS: 0.8 of what four relaxed lanes can do',
      placeNamed(race, 'Neumann fast, no BLAS'),
      placeNamed(race, 'four lanes, relaxed'),
      0.8,
    ),
  ];
}

function startTargets({ version, firstStep }: StartUp): Target[] {
  return [
    within('`neumann --version`', version.processor, 60),
    within('`neumann train` on iris, first step', firstStep.processor, 300),
  ];
}

/** Of the rivals on one core that do the same work. */
const bestRival = (race: Race): Place | undefined =>
  quickest(
    race.places.filter(({ ours, bound, threads, agrees }) => !ours && !bound && threads === 1 && agrees),
  );

const bestOf = (race: Race, names: readonly string[]): Place | undefined =>
  quickest(race.places.filter(({ contestant, agrees }) => agrees && names.includes(contestant)));

function atLeast(text: string, place: Place | undefined, rival: Place | undefined, times: number): Target {
  const ratio = place && rival && timesAsLong(rival, place);
  if (!ratio) return { text, measured: 'not measured', met: undefined };
  return { text, measured: `${said(ratio)} (${rival.contestant})`, met: ratio.median >= times };
}

function atLeastByClock(
  text: string,
  place: Place | undefined,
  rival: Place | undefined,
  times: number,
): Target {
  const ratio = place && rival && timesAsLong(rival, place);
  if (!ratio) return { text, measured: 'not measured', met: undefined };
  const quietest = leastWall(rival) / leastWall(place);
  const measured = `${short(quietest)} by the quietest rounds; ${said(ratio)} (${rival.contestant})`;
  return { text, measured, met: quietest >= times };
}

function within(text: string, time: Summary, milliseconds: number): Target {
  return {
    text: `${text}: within ${milliseconds} ms`,
    measured: `${said(time)} ms`,
    met: time.median <= milliseconds,
  };
}

const said = ({ median, lower, upper }: Summary): string =>
  `${short(median)}, ${short(lower)}-${short(upper)}`;

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
