import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { fileError } from '../../src/cli/effects/fileError.ts';
import { nodeFiles, type Files } from '../../src/cli/effects/files.ts';
import { quick, writeTable } from './support/tables.ts';
import { world, type World } from './support/world.ts';

let place: World;
afterEach(() => place.remove());

/** Files of a disk that has room for so many bytes. */
function diskOf(room: number): Partial<Files> {
  let left = room;
  const take = (path: string, bytes: number) => {
    left -= bytes;
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    if (left < 0) throw fileError('write', path, full);
  };
  return {
    append(path, text) {
      take(path, text.length);
      nodeFiles.append(path, text);
    },
    draft(path) {
      const draft = nodeFiles.draft(path);
      return {
        ...draft,
        append(data) {
          take(path, data.length);
          draft.append(data);
        },
      };
    },
  };
}

const argv = ['train', 'data.csv', '--target', 'kind', '--ignore', 'price', ...quick, '--out', 'run'];
const inFolder = (): string[] => readdirSync(place.folder, { recursive: true }).map(String).sort();

/** What a whole run takes, to fill the disk at every place of it. */
async function sizesOf(): Promise<{ all: number; model: Buffer }> {
  place = world();
  writeTable(place.folder);
  await place.run(...argv, '--quiet');
  const names = readdirSync(join(place.folder, 'run'));
  const sizes = names.map((name) => readFileSync(join(place.folder, 'run', name)).length);
  const model = readFileSync(join(place.folder, 'run/model.safetensors'));
  place.remove();
  return { all: sizes.reduce((sum, size) => sum + size, 0), model };
}

test('a full disk, wherever in a run: one sentence, no half file, and no loss of what can go on', async () => {
  const { all, model } = await sizesOf();
  for (const share of [0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4, 0.7, 0.95]) {
    place = world({ files: diskOf(Math.floor(share * all)) });
    writeTable(place.folder);
    const { code, stdout, stderr } = await place.run(...argv, '--quiet');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^neumann: \S*run\/[\w.]+ cannot be written: the disk is full; [^\n]*\n$/);
    expect(inFolder().filter((name) => /part|result/.test(name))).toEqual([]);
    const kept = existsSync(join(place.folder, 'run'));
    expect(stderr.includes('neumann train --resume run')).toBe(kept);
    if (kept) await goesOn(model);
    place.remove();
  }
});

async function goesOn(model: Buffer): Promise<void> {
  const roomy = world();
  const effects = { ...roomy.effects, folder: place.folder };
  const { main } = await import('../../src/cli/main.ts');
  expect(await main(['train', '--resume', 'run', '--quiet'], effects)).toBe(0);
  expect(readFileSync(join(place.folder, 'run/model.safetensors')).equals(model)).toBe(true);
  roomy.remove();
}

test('a full disk while predictions are written leaves no file', async () => {
  place = world();
  writeTable(place.folder);
  await place.run(...argv, '--quiet');
  const full = { ...place.effects, files: { ...nodeFiles, ...diskOf(100) } };
  const { main } = await import('../../src/cli/main.ts');
  expect(await main(['predict', 'run', 'data.csv', '--out', 'out.csv'], full)).toBe(1);
  expect(inFolder().filter((name) => name.includes('out.csv'))).toEqual([]);
});
