/** The public door on Node: as `index.ts`, and tables and models may also be given as paths of files and folders. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NeumannError } from './errors.ts';
import { availableMemory } from './machine/memory.node.ts';
import { openTableFile } from './train/openTableFile.node.ts';
import {
  loadModel,
  train as trainOn,
  type LoadOptions,
  type Model,
  type Run,
  type TableData,
  type TrainOptions as Options,
} from './train/index.ts';

export * from './index.ts';

export interface TrainOptions extends Omit<Options, 'data'> {
  /** The path of a table file, or whatever holds a table elsewhere. */
  readonly data: string | TableData;
}

/** Trains a model on a table; `data` may be a path: CSV, TSV, JSON lines or Parquet, gzipped too. */
export function train({ data, host = openHost, ...options }: TrainOptions): Run {
  if (typeof data !== 'string') return trainOn({ data, host, ...options });
  const memory = options.memory ?? availableMemory();
  return trainOn({ ...options, host, memory, data: () => openTableFile(data, options.read, memory) });
}

const openHost = async () => (await import('./machine/nodeHost.node.ts')).nodeHost;

/** Loads a model from the folder of a run, or from a model file. */
export async function load(path: string, options: LoadOptions = {}): Promise<Model> {
  const found = await stat(path).catch(() => refuse(path));
  const file = found.isDirectory() ? join(path, 'model.safetensors') : path;
  const bytes = await readFile(file).catch(() => refuse(file));
  return loadModel(bytes, { name: file, ...options });
}

function refuse(path: string): never {
  throw new NeumannError('missing-file', `There is no file ${path}, or it cannot be read.`);
}
