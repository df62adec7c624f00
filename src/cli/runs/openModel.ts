import { join } from 'node:path';
import type { ReadOptions } from '../../data/read/index.ts';
import { NeumannError } from '../../errors.ts';
import type { Model } from '../../train/index.ts';
import type { Effects } from '../effects/effects.ts';
import { placeOf } from '../effects/paths.ts';
import { runFiles } from './runFiles.ts';
import { parseLog } from './runLog.ts';

export const runArgument = { summary: 'folder of a finished run, or its model.safetensors' } as const;

/** The model of a run: its folder, or the model file itself. */
export async function openModel(run: string, effects: Effects): Promise<Model> {
  const path = modelFile(run, effects);
  const bytes = effects.files.read(placeOf(effects, path));
  const { loadModel } = await import('../../train/index.ts');
  return loadModel(bytes, { name: path });
}

/**
 * How tables for a model are read: columns have the types that it learned them in, and days and months the order of its own table,
 * which a few rows may not show.
 */
export function readOptionsFor(model: Model, run: string, effects: Effects): ReadOptions {
  const log = join(placeOf(effects, run), runFiles.events);
  const [first] = effects.files.exists(log)
    ? parseLog(new TextDecoder().decode(effects.files.read(log)))
    : [];
  const dateOrder = first?.type === 'started' ? first.read.dateOrder : undefined;
  return { types: model.columnTypes, ...(dateOrder && { dateOrder }) };
}

function modelFile(run: string, effects: Effects): string {
  const { files } = effects;
  const place = placeOf(effects, run);
  if (!files.exists(place))
    throw new NeumannError('run', `There is no run ${run}; name the folder that neumann train wrote.`);
  if (!files.isFolder(place)) return run;
  if (files.exists(join(place, runFiles.model))) return join(run, runFiles.model);
  const text = files.exists(join(place, runFiles.events))
    ? `The run ${run} is not finished; finish it by: neumann train --resume ${run}`
    : `${run} is no run: there is no ${runFiles.model} in it.`;
  throw new NeumannError('run', text);
}
