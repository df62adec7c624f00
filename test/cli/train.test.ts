import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ResolvedRecipe, Result } from '../../src/train/index.ts';
import { eventsOf, parseLog } from '../../src/cli/runs/runLog.ts';
import { csvOf, quick, rowsOf, writeTable } from './support/tables.ts';
import { world, type World, type WorldOptions } from './support/world.ts';

let place: World;
const open = (options?: WorldOptions): void => {
  place?.remove();
  place = world(options);
  writeTable(place.folder);
};
beforeEach(() => open());
afterEach(() => place.remove());

const read = (path: string) => readFileSync(join(place.folder, path), 'utf8');
const json = <Value>(path: string) => JSON.parse(read(path)) as Value;
const recipeOf = (run: string) => json<ResolvedRecipe>(`${run}/recipe.json`);
const train = (...argv: string[]) =>
  place.run('train', 'data.csv', '--target', 'kind', '--ignore', 'price', ...quick, ...argv);

describe('the folder of a run', () => {
  test('holds everything, with the result as it was printed', async () => {
    const { code, stdout, stderr } = await train('--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(join(place.folder, 'runs/data-kind-1')).sort()).toEqual([
      'checkpoint.safetensors',
      'events.jsonl',
      'model.safetensors',
      'recipe.json',
      'report.html',
      'result.json',
    ]);
    expect(json('runs/data-kind-1/result.json')).toEqual(JSON.parse(stdout));
    expect(read('runs/data-kind-1/report.html')).toMatch(/^<!doctype html>/i);
    expect(JSON.stringify(recipeOf('runs/data-kind-1'))).not.toContain('auto');
  });

  test('tells every event, each a line', async () => {
    await train('--json');
    const events = eventsOf(parseLog(read('runs/data-kind-1/events.jsonl')));
    expect(events.filter(({ type }) => type === 'epoch')).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ type: 'result' });
  });

  test('has a number of its own under runs/, or is where it is wanted', async () => {
    await train('--quiet');
    expect((await train('--quiet')).stdout).toBe('runs/data-kind-2\n');
    mkdirSync(join(place.folder, 'empty'));
    expect((await train('--quiet', '--out', 'empty')).stdout).toBe('empty\n');
    expect((await train('--quiet', '--out', 'a/b/c')).stdout).toBe('a/b/c\n');
    expect(readdirSync(join(place.folder, 'empty'))).toEqual(readdirSync(join(place.folder, 'a/b/c')));
  });

  test('has a name that every disk takes', async () => {
    const rows = rowsOf(60).map(({ kind, x }) => ({ x, 'What? Kind/of': kind }));
    writeFileSync(join(place.folder, 'Köln 1.data.csv'), csvOf(rows));
    const argv = ['train', 'Köln 1.data.csv', '--target', 'What? Kind/of', '--quiet', ...quick];
    expect((await place.run(...argv)).stdout).toBe('runs/Koln-1-data-What-Kind-of-1\n');
  });
});

describe('--json', () => {
  test('prints the one object and nothing else', async () => {
    const result = JSON.parse((await train('--json')).stdout) as { run: string } & Result;
    expect(result).toMatchObject({
      run: 'runs/data-kind-1',
      task: 'classification',
      target: 'kind',
      rows: { train: 90, validation: 30, test: 30 },
      epochs: 4,
      stopped: { reason: 'epochs' },
    });
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining(
        'run task target rows epochs best stopped train validation test baselines warnings seconds'.split(
          ' ',
        ),
      ),
    );
    for (const part of [result.train, result.validation, result.test])
      expect(Object.keys(part!)).toEqual(['loss', 'accuracy', 'macroF1', 'logLoss', 'auc']);
    expect(Object.keys(result.baselines.linear!)).toEqual(['accuracy', 'macroF1', 'logLoss', 'auc']);
  });

  test('of a number has the metrics of numbers', async () => {
    const argv = ['train', 'data.csv', '--target', 'price', '--ignore', 'kind', '--json', ...quick];
    const result = JSON.parse((await place.run(...argv)).stdout) as Result;
    expect(Object.keys(result.test!)).toEqual(['loss', 'r2', 'rmse', 'mae']);
  });
});

describe('flags edit the recipe', () => {
  test('each in its place', async () => {
    const flags = ['--seed', '7', '--minutes', '2.5', '--type', 'colour=category', '--ignore', 'y'];
    await train(...flags, '--set', 'optimizer=sgd', '--set', 'optimizer.momentum=0.5', '--quiet');
    expect(recipeOf('runs/data-kind-1')).toMatchObject({
      seed: 7,
      data: { targets: ['kind'], ignore: ['price', 'y'], types: { colour: 'category' } },
      stopping: { minutes: 2.5, epochs: 4 },
      optimizer: { name: 'sgd', momentum: 0.5 },
    });
  });

  test('upon a recipe of a file, or a named one', async () => {
    writeFileSync(
      join(place.folder, 'mine.json'),
      JSON.stringify({ seed: 3, data: { ignore: ['id'] }, optimizer: { name: 'adam', beta1: 0.8 } }),
    );
    await train('--recipe', 'mine.json', '--quiet');
    expect(recipeOf('runs/data-kind-1')).toMatchObject({
      seed: 3,
      data: { ignore: ['id', 'price'] },
      optimizer: { name: 'adam', beta1: 0.8 },
    });
    await place.run('train', 'data.csv', '--target', 'kind', '--recipe', 'linear', '--quiet');
    expect(recipeOf('runs/data-kind-2').model.kind).toBe('linear');
  });

  test('--task makes classes of numbers, and numbers of classes', async () => {
    const rows = rowsOf(90).map((row, i) => ({ x: row.x, stars: String(1 + (i % 4)) }));
    writeTable(place.folder, 'stars.csv', rows);
    const stars = (...argv: string[]) =>
      place.run('train', 'stars.csv', '--target', 'stars', '--json', ...quick, ...argv);
    const results = [await stars('--task', 'regression'), await stars('--task', 'classification')];
    expect(results.map(({ stdout }) => (JSON.parse(stdout) as Result).task)).toEqual([
      'regression',
      'classification',
    ]);
  });

  test('--split-column says of each row what it is for', async () => {
    const parts = ['train', 'train', 'validation', 'test'];
    writeTable(
      place.folder,
      'parts.csv',
      rowsOf(100).map((row, i) => ({ ...row, part: parts[i % 4] })),
    );
    const argv = ['train', 'parts.csv', '--target', 'kind', '--split-column', 'part', '--json', ...quick];
    const result = JSON.parse((await place.run(...argv)).stdout) as Result;
    expect(result.rows).toEqual({ train: 50, validation: 25, test: 25 });
  });

  test('several --target train several outputs', async () => {
    const argv = ['train', 'data.csv', '--target', 'kind', '--target', 'price', ...quick];
    const { code, stdout } = await place.run(...argv);
    expect(code).toBe(0);
    expect(json<Result>('runs/data-kind-price-1/result.json').test).toHaveProperty(['price.r2']);
    expect(stdout).toMatch(/kind +accuracy/);
    expect(stdout).toMatch(/price +R² +RMSE +MAE/);
  });

  test('--delimiter, --decimal and --encoding tell how the table is written', async () => {
    const text = csvOf(rowsOf(60)).replaceAll(',', '|').replaceAll('.', ',').replaceAll('green', 'zöld');
    writeFileSync(join(place.folder, 'odd.txt'), Buffer.from(text, 'latin1'));
    const flags = ['--delimiter', '|', '--decimal', ',', '--encoding', 'windows-1250'];
    const { code } = await place.run('train', 'odd.txt', '--target', 'price', ...flags, '--quiet', ...quick);
    expect(code).toBe(0);
    expect(read('runs/odd-price-1/model.safetensors')).toContain('zöld');
  });
});

test('the same recipe, seed and table give the same bytes of weights', async () => {
  for (const out of ['a', 'b']) await train('--quiet', '--out', out);
  await train('--quiet', '--out', 'c', '--seed', '1');
  const [a, b, c] = ['a', 'b', 'c'].map((out) => readFileSync(join(place.folder, out, 'model.safetensors')));
  expect(a.equals(b)).toBe(true);
  expect(a.equals(c)).toBe(false);
});

test('a recipe as it was written down gives the same run again', async () => {
  await train('--quiet', '--out', 'a');
  await place.run('train', 'data.csv', '--recipe', 'a/recipe.json', '--quiet', '--out', 'b');
  const [a, b] = ['a', 'b'].map((out) => readFileSync(join(place.folder, out, 'model.safetensors')));
  expect(a.equals(b)).toBe(true);
});

describe('what a person sees', () => {
  test('plain lines in a log, and the table of scores at the end', async () => {
    const { stdout, stderr } = await train();
    expect(stderr).toMatch(/^(warning: .*\n)*Predict kind from 3 columns; 150 rows: 90 to train, /);
    expect(stdout).toMatch(/test +\d\.\d{3}/);
    expect(stdout).toMatch(/95 % interval +\d\.\d{3}–\d\.\d{3}/);
    expect(stdout).toMatch(/linear model +\d\.\d{3}/);
    expect(stdout).toContain('neumann predict runs/data-kind-1 data.csv');
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('a live line on a terminal, gone at the end', async () => {
    open({ isTerminal: true });
    const { stdout, stderr } = await train();
    expect(stderr).toMatch(/epoch \S*\d\/4/);
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(stdout).toContain('\u001b[1m');
  });

  test('no colours where NO_COLOR is set', async () => {
    open({ isTerminal: true, environment: { NO_COLOR: '1' } });
    const { stdout, stderr } = await train();
    expect(stdout).not.toContain('\u001b');
    expect(stderr.replaceAll('\u001b[2K', '')).not.toContain('\u001b');
  });

  test.each([36, 44, 60])('no line of the scores is broken at %i characters', async (columns) => {
    open({ columns });
    const { stdout } = await train();
    const table = stdout.split('\n\n')[0].split('\n');
    expect(Math.max(...table.map((line) => line.length))).toBeLessThan(columns);
    expect(table.join()).toMatch(/accuracy/);
  });

  test('where a linear model is as good, the command that trains it', async () => {
    writeFileSync(
      join(place.folder, 'line.csv'),
      csvOf(rowsOf(150).map(({ x }) => ({ x, double: String(2 * Number(x) + 1) }))),
    );
    const { stdout } = await place.run('train', 'line.csv', '--target', 'double', ...quick);
    expect(stdout).toMatch(/linear model is (as good|better)/);
    expect(stdout).toContain('neumann train line.csv --target double --set model.kind=linear');
  });
});

test('a run that leaves the finite numbers is refused and leaves nothing', async () => {
  const edits = [
    'optimizer=sgd',
    'optimizer.learningRate=1e30',
    'losses.0=meanSquaredError',
    'losses.0.target=price',
  ];
  const argv = edits.flatMap((edit) => ['--set', edit]);
  const { code, stderr } = await place.run(
    'train',
    'data.csv',
    '--target',
    'price',
    ...quick,
    ...argv,
    '--quiet',
  );
  expect([
    code,
    readdirSync(place.folder).includes('runs') && readdirSync(join(place.folder, 'runs')),
  ]).toEqual([1, []]);
  expect(stderr).toMatch(/^neumann: In step \d+ .* no longer a finite number/);
});
