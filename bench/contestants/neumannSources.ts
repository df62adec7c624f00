import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../../src/tensor/index.ts';

export type { Net } from '../../src/train/loop/net.ts';

const own = join(import.meta.dirname, '..', '..');

/** Neumann's sources from a checkout: this one, or that of another revision, which must have them in the same places. */
export async function loadSources(root = own) {
  const load = <Module>(path: string) =>
    import(pathToFileURL(join(root, 'src', path)).href) as Promise<Module>;
  return {
    ...(await load<typeof import('../../src/tensor/index.ts')>('tensor/index.ts')),
    ...(await load<typeof import('../../src/nn/index.ts')>('nn/index.ts')),
    ...(await load<typeof import('../../src/data/index.ts')>('data/index.ts')),
    ...(await load<typeof import('../../src/data/read/readTableFile.node.ts')>(
      'data/read/readTableFile.node.ts',
    )),
    ...(await load<typeof import('../../src/train/index.ts')>('train/index.ts')),
    ...(await load<typeof import('../../src/train/loop/net.ts')>('train/loop/net.ts')),
    ...(await load<typeof import('../../src/train/loop/rateClock.ts')>('train/loop/rateClock.ts')),
    ...(await load<typeof import('../../src/train/loop/stepper.ts')>('train/loop/stepper.ts')),
    ...(await load<typeof import('../../src/train/loop/trainerOptions.ts')>('train/loop/trainerOptions.ts')),
    ...(await load<typeof import('../../src/machine/nodeHost.node.ts')>('machine/nodeHost.node.ts').catch(
      withoutHost,
    )),
    join,
    readBytes: (folder: string, name: string) => new Uint8Array(readFileSync(join(folder, name))),
  };
}

/** A revision from before there was one. */
const withoutHost = () => ({ nodeHost: {} as Host });

export type Sources = Awaited<ReturnType<typeof loadSources>>;
