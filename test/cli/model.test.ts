import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/data/read/index.ts';
import { loadModel } from '../../src/train/index.ts';
import { csvOf, quick, rowsOf, writeTable } from './support/tables.ts';
import { world, type World } from './support/world.ts';

let place: World;
beforeAll(async () => {
  place = world();
  writeTable(place.folder);
  writeTable(place.folder, 'new.csv', rowsOf(60, 8));
  for (const [target, other] of [
    ['kind', 'price'],
    ['price', 'kind'],
  ]) {
    const argv = ['train', 'data.csv', '--target', target, '--ignore', other, '--out', target, '--quiet'];
    expect((await place.run(...argv, ...quick)).code).toBe(0);
  }
});
afterAll(() => place.remove());

const at = (file: string) => join(place.folder, file);
const rowsIn = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const model = (run: string) => loadModel(readFileSync(at(`${run}/model.safetensors`)));

describe('predict', () => {
  test('prints the class and the probability of each, as the model says', async () => {
    const { code, stdout, stderr } = await place.run('predict', 'kind', 'new.csv');
    const [header, ...rows] = rowsIn(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(header).toEqual(['kind', 'probability(down)', 'probability(up)']);
    const { table } = await readTable(readFileSync(at('new.csv')));
    const [prediction] = model('kind').predictTable(table).predictions;
    if (prediction.task !== 'classification') throw new Error('It is no classification.');
    expect(rows.flatMap((row) => row.slice(1).map(Number))).toEqual([...prediction.probabilities]);
    expect(rows.every(([kind, down]) => kind === (Number(down) >= 0.5 ? 'down' : 'up'))).toBe(true);
  });

  test("of a number the value in the target's own unit", async () => {
    const [header, ...rows] = rowsIn((await place.run('predict', 'price', 'new.csv')).stdout);
    expect(header).toEqual(['price']);
    const mean = rows.reduce((sum, [value]) => sum + Number(value), 0) / rows.length;
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(140);
  });

  test('does not write over the table it reads', async () => {
    const { code, stderr } = await place.run('predict', 'kind', 'new.csv', '--out', './new.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('would be lost; name another file');
  });

  test('keeps columns as they are written, and tells them from what is predicted', async () => {
    const argv = ['predict', 'kind', 'new.csv', '--keep', 'id', '--keep', 'x', '--keep', 'kind'];
    const [header, first] = rowsIn((await place.run(...argv)).stdout);
    expect(header.slice(0, 4)).toEqual(['id', 'x', 'kind', 'predicted kind']);
    const { id, x, kind } = rowsOf(60, 8)[0];
    expect(first.slice(0, 3)).toEqual([id, String(Number(x)), kind]);
  });

  test('to a file, whole or not at all', async () => {
    const { stdout } = await place.run('predict', 'kind', 'new.csv');
    expect(await place.run('predict', 'kind', 'new.csv', '--out', 'out.csv')).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(at('out.csv'), 'utf8')).toBe(stdout);
    const { code, stderr } = await place.run('predict', 'kind', 'new.csv', '--out', 'none/out.csv');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/cannot be written: its folder does not exist/),
    ]);
    expect(readdirSync(place.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('from the model file as from its folder', async () => {
    const { stdout } = await place.run('predict', 'kind/model.safetensors', 'new.csv');
    expect(stdout).toBe((await place.run('predict', 'kind', 'new.csv')).stdout);
  });

  test('handles categories never seen, and says so', async () => {
    writeFileSync(at('unseen.csv'), 'x,y,colour\n1,2,violet\n0.5,,red\n,,\n');
    const { code, stdout, stderr } = await place.run('predict', 'kind', 'unseen.csv');
    expect([code, rowsIn(stdout).length]).toEqual([0, 4]);
    expect(stderr).toContain("'violet'");
    expect(stdout).not.toContain('NaN');
  });

  test('days and months stand as they did in the table that was learned from', async () => {
    const rows = rowsOf(90).map(({ x, price }, i) => ({
      day: `${String(1 + (i % 28)).padStart(2, '0')}/${String(1 + (i % 12)).padStart(2, '0')}/2024`,
      x,
      price,
    }));
    writeTable(place.folder, 'days.csv', rows);
    await place.run('train', 'days.csv', '--target', 'price', '--out', 'days', '--quiet', ...quick);
    writeFileSync(at('day.csv'), 'day,x\n03/04/2024,1\n');
    const { stdout } = await place.run('predict', 'days', 'day.csv');
    const row = { day: '2024-04-03', x: 1 };
    expect(stdout).toBe(`price\n${(model('days').predict(row) as { value: number }).value}\n`);
  });

  test('cells with commas and quotes are read back as they were', async () => {
    writeFileSync(at('odd.csv'), 'id,x,y,colour\n"a, ""b""",1,2,red\n" c ",1,2,red\n');
    const { stdout } = await place.run('predict', 'price', 'odd.csv', '--keep', 'id');
    expect(stdout.split('\n')[1]).toMatch(/^"a, ""b""",/);
  });

  test.each([
    ['a column that the model needs is missing', 'x,colour\n1,red\n', [], "lacks the column 'y'"],
    [
      'a column to keep is not there',
      'x,y,colour\n1,2,red\n',
      ['--keep', 'name'],
      "There is no column called 'name'",
    ],
  ])('refuses where %s', async (_, csv, more, sentence) => {
    writeFileSync(at('lacking.csv'), csv);
    const { code, stdout, stderr } = await place.run('predict', 'kind', 'lacking.csv', ...more);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });
});

describe('evaluate', () => {
  test('scores new rows, with the range of each', async () => {
    const { stdout } = await place.run('evaluate', 'kind', 'new.csv', '--json');
    const { scores, intervals, ...rest } = JSON.parse(stdout) as Record<string, Record<string, never>>;
    expect(rest).toEqual({
      run: 'kind',
      table: 'new.csv',
      task: 'classification',
      target: 'kind',
      rows: 60,
      warnings: [],
    });
    const { table } = await readTable(readFileSync(at('new.csv')));
    expect(scores).toEqual(model('kind').evaluateTable(table).kind);
    expect(Object.keys(intervals)).toEqual(Object.keys(scores));
  });

  test('shows them as a table', async () => {
    const { stdout } = await place.run('evaluate', 'price', 'new.csv');
    expect(stdout).toMatch(/price +R² +RMSE +MAE\n +60 rows/);
  });

  test('warns of the table it was trained on, and of rows that it cannot score', async () => {
    expect((await place.run('evaluate', 'kind', 'data.csv')).stdout.replace(/\s+/g, ' ')).toContain(
      'the table the model was trained on',
    );
    const rows = rowsOf(20, 9).map((row, i) => ({ ...row, kind: ['', 'sideways'][i] ?? row.kind }));
    writeFileSync(at('partly.csv'), csvOf(rows));
    expect((await place.run('evaluate', 'kind', 'partly.csv')).stdout).toContain('2 rows are left out');
  });

  test('refuses a table without the answers', async () => {
    writeFileSync(at('asked.csv'), 'x,y,colour\n1,2,red\n');
    expect((await place.run('evaluate', 'kind', 'asked.csv')).stderr).toContain(
      "There is no column called 'kind'",
    );
  });
});

describe('export', () => {
  test('a TypeScript file whose predictions are those of predict', async () => {
    expect(await place.run('export', 'kind', '--to', 'predictor.ts')).toMatchObject({ code: 0, stderr: '' });
    const { predict } = (await import(at('predictor.ts'))) as {
      predict: (row: object) => { probabilities: Record<string, number> };
    };
    const [, ...rows] = rowsIn((await place.run('predict', 'kind', 'new.csv')).stdout);
    rowsOf(60, 8).forEach(({ x, y, colour }, index) => {
      const row = { x: Number(x), y: y === '' ? null : Number(y), colour };
      expect(predict(row).probabilities.up).toBeCloseTo(Number(rows[index][2]), 6);
    });
  });

  test('an ONNX file', async () => {
    expect((await place.run('export', 'price', '--to', 'model.onnx')).code).toBe(0);
    expect(readFileSync(at('model.onnx')).includes('neumann')).toBe(true);
  });
});

describe('a model file that is not as it was written', () => {
  const spoilt = (name: string, change: (bytes: Buffer) => Buffer): string => {
    writeFileSync(at(name), change(readFileSync(at('kind/model.safetensors'))));
    return name;
  };
  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut.safetensors', (bytes) => bytes.subarray(0, bytes.length - 9), 'is cut short'],
    ['header.safetensors', (bytes) => bytes.subarray(0, 100), 'is cut short'],
    ['few.safetensors', (bytes) => bytes.subarray(0, 3), 'is cut short'],
    ['none.safetensors', (bytes) => bytes.subarray(0, 0), 'is cut short'],
    ['more.safetensors', (bytes) => Buffer.concat([bytes, Buffer.from('x')]), 'was altered'],
    ['weights.safetensors', (bytes) => flipped(bytes, bytes.length - 2), 'was altered'],
    ['described.safetensors', (bytes) => flipped(bytes, 700), 'altered'],
  ])('%s', async (name, change, sentence) => {
    for (const command of [
      ['predict', spoilt(name, change), 'new.csv'],
      ['export', name, '--to', 'never.ts'],
    ]) {
      const { code, stdout, stderr } = await place.run(...command);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(new RegExp(`^neumann: ${name} [^\n]*${sentence}[^\n]*\\.\n$`));
    }
    expect(readdirSync(place.folder)).not.toContain('never.ts');
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] ^= 1;
  return changed;
}
