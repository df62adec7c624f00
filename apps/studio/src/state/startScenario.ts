import { DEFAULTS } from './baseRecipe.ts';
import type { DataSettings, Scenario, ViewSettings } from './scenario.ts';

interface Start {
  readonly room: string;
  readonly data: DataSettings;
  readonly view: ViewSettings;
}

/** By version, as `baseRecipe`: a published one never changes, for links hold only what differs from it. */
const versions: readonly Start[] = [
  {
    room: 'playground',
    data: {
      dataset: 'circle',
      classes: 0,
      rows: 400,
      noise: 0.4,
      seed: 1,
      balance: 1,
      mislabelled: 0,
      stretch: { x: 1, y: 1 },
      shift: { x: 0, y: 0 },
      outlier: 0,
      features: ['x', 'y'],
      points: [],
    },
    view: {
      pace: 'fast',
      parts: { train: true, validation: false, test: false },
      discrete: false,
      hyperplanes: false,
      penalty: false,
      logarithmic: false,
      story: null,
    },
  },
];

/** What one sees who opens the studio for the first time, or made a link with an older studio and changed nothing. */
export function startScenario(defaults: number = DEFAULTS): Scenario {
  const start = versions[defaults - 1];
  if (!start) throw new RangeError(`there are no starting values of version ${defaults}`);
  return { defaults, ...start, recipe: {}, other: null, lesson: null };
}
