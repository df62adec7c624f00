import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from './support/command.ts';
import { quick, rowsOf, writeTable } from './support/tables.ts';
import { world, type World } from './support/world.ts';

const bin = fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url));

let place: World;
beforeAll(async () => {
  place = world();
  writeTable(place.folder);
  writeTable(place.folder, 'long.csv', rowsOf(40_000));
  const argv = ['train', 'data.csv', '--target', 'price', '--ignore', 'kind', '--out', 'run', '--quiet'];
  expect((await place.run(...argv, ...quick)).code).toBe(0);
});
afterAll(() => place.remove());

const run = (...argv: string[]) => start(place.folder, argv).ended;

test('--version says the version of the package', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await run('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('--version, help and a wrong command load nothing of the training', () => {
  const watch = `data:text/javascript,import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (/zod|src.(train|nn|tensor|data)/.test(url)) console.error(url); return next(url, context); } });`;
  for (const argv of [['--version'], ['--help'], ['trian'], ['train', '--tagret']]) {
    const { stderr } = spawnSync(process.execPath, ['--import', watch, bin, ...argv], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('neumann: '))).toEqual([]);
  }
});

test('trains, and prints the one object alone', async () => {
  const argv = ['train', 'data.csv', '--target', 'kind', '--ignore', 'price', '--json', ...quick];
  const { code, stdout, stderr } = await run(...argv);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ run: 'runs/data-kind-1', target: 'kind' });
});

test('refuses with one line and the exit code', async () => {
  expect(await run('train', 'nowhere.csv', '--target', 'kind')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'neumann: nowhere.csv does not exist; check the path.\n',
  });
  expect((await run('train', '--target')).code).toBe(2);
});

describe.skipIf(process.platform === 'win32')('on Linux and macOS', () => {
  const shell = (command: string, environment = {}) =>
    spawnSync('sh', ['-c', command.replaceAll('neumann', `"${process.execPath}" "${bin}"`)], {
      cwd: place.folder,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });

  test('a reader that has seen enough is no error', () => {
    const { stdout, stderr } = shell('neumann predict run long.csv | head -2');
    expect([stdout.split('\n').length, stderr]).toEqual([3, '']);
  });

  test('a table may come through a pipe', () => {
    const { stdout, stderr } = shell('cat data.csv | neumann describe /dev/stdin');
    expect([stdout.split('\n')[0], stderr]).toEqual(['150 rows, 6 columns', '']);
  });

  test('a folder that may not be written', ({ skip }) => {
    if (process.getuid?.() === 0) skip();
    mkdirSync(join(place.folder, 'locked'));
    chmodSync(join(place.folder, 'locked'), 0o500);
    const { status, stderr } = shell(
      `neumann train data.csv --target kind --out locked/run ${quick.join(' ')}`,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^neumann: locked\/run cannot be written: this is not allowed here/m);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output, or --out', () => {
    const { status, stderr } = shell('neumann predict run data.csv > /dev/full');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^neumann: Standard output .* the disk is full/),
    ]);
    const other = shell('neumann predict run data.csv --out /dev/full');
    expect([other.status, other.stderr]).toEqual([
      1,
      expect.stringMatching(/^neumann: \/dev\/full .* is full/),
    ]);
    expect(() => openSync('/dev/full', 'w')).not.toThrow();
  });
});
