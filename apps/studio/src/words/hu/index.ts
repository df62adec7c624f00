import type { Words } from '../index.ts';
import { choices } from './choices.ts';
import { controls } from './controls.ts';
import { datasets } from './datasets.ts';
import { features } from './features.ts';
import { fields } from './fields.ts';
import { metrics } from './metrics.ts';
import { panels } from './panels.ts';
import { playground } from './playground.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';
import { storyList } from './storyList.ts';
import { things } from './things.ts';

export const hu: Words = {
  choices,
  controls,
  datasets,
  features,
  fields,
  metrics,
  panels,
  playground,
  problems,
  shell,
  storyList,
  things,
};
