/** The public door on Node: as `index.ts`, and tables and models may also be given as paths of files and folders. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { NeumannError } from './errors.ts';
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
  const read = { name: basename(data), ...options.read };
  return trainOn({ ...options, host, data: bytesOf(data), read });
}

const openHost = async () => (await import('./machine/nodeHost.node.ts')).nodeHost;

/** Loads a model from the folder of a run, or from a model file. */
export async function load(path: string, options: LoadOptions = {}): Promise<Model> {
  const found = await stat(path).catch(() => refuse(path));
  const file = found.isDirectory() ? join(path, 'model.safetensors') : path;
  const bytes = await readFile(file).catch(() => refuse(file));
  return loadModel(bytes, { name: file, ...options });
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const found = await stat(path).catch(() => refuse(path));
  if (found.isDirectory())
    throw new NeumannError('missing-file', `${path} is a folder; give the path of a table file.`);
  yield* createReadStream(path);
}

function refuse(path: string): never {
  throw new NeumannError('missing-file', `There is no file ${path}, or it cannot be read.`);
}
