import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseLog } from '../../src/cli/runs/runLog.ts';
import { start, until } from './support/command.ts';
import { csvOf, rowsOf, writeTable } from './support/tables.ts';
import { world, type World } from './support/world.ts';
import { writeFileSync } from 'node:fs';

/** Long enough to be stopped in the middle: folds that choose the epochs, then two nets. */
const edits = [
  'stopping.folds=2',
  'stopping.epochs=9',
  'stopping.patience=9',
  'model.hidden=96,96',
  'model.members=2',
  'model.linearPath=none',
  'batches.size=16',
];
const argv = ['train', 'data.csv', '--target', 'kind', ...edits.flatMap((edit) => ['--set', edit])];

let place: World;
beforeAll(async () => {
  place = world();
  writeTable(place.folder, 'data.csv', rowsOf(800));
  expect(await place.run(...argv, '--out', 'whole', '--quiet')).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => place.remove());
beforeEach(() => rmSync(join(place.folder, 'run'), { recursive: true, force: true }));

const at = (file: string) => join(place.folder, file);
const bytes = (run: string) => readFileSync(at(`${run}/model.safetensors`));
const log = (run: string) =>
  existsSync(at(`${run}/events.jsonl`)) ? readFileSync(at(`${run}/events.jsonl`), 'utf8') : '';
const has = (run: string, text: string) => () => log(run).includes(text);

/** Events without clocks, and without what only stands for a checkpoint. */
const told = (run: string) =>
  parseLog(log(run))
    .filter(({ type }) => type !== 'checkpoint' && type !== 'started')
    .map((line) => JSON.stringify(line).replace(/"seconds":[^,}]*/, ''));

async function resumesToTheSame(...more: string[]): Promise<void> {
  const { code, stderr } = await place.run('train', '--resume', 'run', '--quiet', ...more);
  expect([code, stderr]).toEqual([0, '']);
  expect(bytes('run').equals(bytes('whole'))).toBe(true);
  expect(told('run')).toEqual(told('whole'));
  expect(readdirSync(at('run')).sort()).toEqual(readdirSync(at('whole')).sort());
}

describe('a run that is killed goes on to the same bytes', () => {
  test.each([
    ['at its first checkpoint', has('run', '"type":"checkpoint"')],
    ['in its second fold', has('run', '"kind":"fold","index":2')],
    ['while its first net is trained', has('run', '"stage":{"kind":"member","index":1')],
    ['while its second net is trained', has('run', '"stage":{"kind":"member","index":2')],
  ])('%s', async (_, isThere) => {
    const started = start(place.folder, [...argv, '--out', 'run', '--quiet']);
    await until(started, isThere);
    started.process.kill('SIGKILL');
    expect((await started.ended).code).toBe(-1);
    expect(existsSync(at('run/result.json'))).toBe(false);
    await resumesToTheSame();
  });
});

describe('a signal saves the checkpoint and says how to go on', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s', async (signal, code) => {
    const started = start(place.folder, [...argv, '--out', 'run']);
    await until(started, has('run', '"epoch":5'));
    started.process.kill(signal);
    const ended = await started.ended;
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(/\nStopped\. To go on where it was: neumann train --resume run\n$/);
    await resumesToTheSame();
  });

  test('in the same process, any time', async () => {
    const running = place.run(...argv, '--out', 'run', '--quiet');
    while (!has('run', '"kind":"fold","index":2')()) await new Promise((resolve) => setTimeout(resolve, 5));
    place.signal('SIGINT');
    expect((await running).code).toBe(130);
    await resumesToTheSame();
  });
});

describe('what may be said when a run goes on', () => {
  const stop = async (): Promise<void> => {
    const running = place.run(...argv, '--out', 'run', '--quiet');
    while (!has('run', '"epoch":2')()) await new Promise((resolve) => setTimeout(resolve, 5));
    place.signal('SIGINT');
    await running;
  };

  test('all that was said before', async () => {
    await stop();
    const { code, stderr } = await place.run(...argv, '--resume', 'run', '--quiet');
    expect([code, stderr]).toEqual([0, '']);
    expect(bytes('run').equals(bytes('whole'))).toBe(true);
  });

  test('where the table lies now', async () => {
    await stop();
    renameSync(at('data.csv'), at('moved.csv'));
    expect((await place.run('train', '--resume', 'run')).stderr).toContain('data.csv does not exist');
    const { code } = await place.run('train', 'moved.csv', '--resume', 'run', '--quiet');
    renameSync(at('moved.csv'), at('data.csv'));
    expect(code).toBe(0);
    expect(bytes('run').equals(bytes('whole'))).toBe(true);
  });

  test.each([
    [['--set', 'model.hidden=7'], 'The recipe is not the one the run began with'],
    [['--seed', '9'], 'The recipe is not the one the run began with'],
    [['--out', 'elsewhere'], 'A resumed run stays in its folder'],
  ])('but not %j', async (more, sentence) => {
    await stop();
    const { code, stderr } = await place.run('train', '--resume', 'run', ...more);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(sentence);
    await resumesToTheSame();
  });

  test('nor another table', async () => {
    await stop();
    writeFileSync(at('other.csv'), csvOf(rowsOf(1200, 6)));
    const { code, stderr } = await place.run('train', 'other.csv', '--resume', 'run');
    expect([code, stderr]).toEqual([1, expect.stringContaining('The table is not the one')]);
  });

  test('a checkpoint that was altered is refused', async () => {
    await stop();
    const file = at('run/checkpoint.safetensors');
    const altered = readFileSync(file);
    altered[altered.length - 5] ^= 1;
    writeFileSync(file, altered);
    const { code, stderr } = await place.run('train', '--resume', 'run');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^neumann: run\/checkpoint\.safetensors was altered/),
    ]);
  });
});

test('a run that is finished is shown as it ended', async () => {
  const { code, stdout, stderr } = await place.run('train', '--resume', 'whole', '--json');
  expect([code, stderr]).toEqual([0, 'whole is finished; this is how it ended.\n']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(at('whole/result.json'), 'utf8')));
});
