import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { load, readTable, train, writeModel } from './index.node.ts';

const folder = mkdtempSync(join(tmpdir(), 'neumann-'));
afterAll(() => rmSync(folder, { recursive: true }));

const table = 'fixtures/oracle/data/iris.csv';

test('a table by its path, a model from the folder it was saved in', async () => {
  const set = ['stopping.epochs=3', 'stopping.folds=0'];
  const { model } = await train({ data: table, target: 'species', set });
  const bytes = writeModel(model);
  writeFileSync(join(folder, 'model.safetensors'), bytes);
  const loaded = await load(folder);
  const row = { sepal_length: 5.1, sepal_width: 3.5, petal_length: 1.4, petal_width: 0.2 };
  expect(loaded.predict(row)).toEqual(model.predict(row));
  expect(loaded.predict(row)).toMatchObject({ task: 'classification', class: 'setosa' });
});

test('evaluating a table gives what its predictions come to', async () => {
  const { table: rows } = await readTable(
    new TextEncoder().encode('a,b\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n7,14\n8,16\n9,18\n10,20\n'),
  );
  const { model } = await train({ data: rows, target: 'b', set: ['task=regression', 'model.kind=linear'] });
  const { predictions } = model.predictTable(rows);
  const values = predictions[0].task === 'regression' ? [...predictions[0].values] : [];
  const errors = values.map((value, i) => Math.abs(value - 2 * (i + 1)));
  expect(model.evaluateTable(rows).b.mae).toBeCloseTo(errors.reduce((a, b) => a + b, 0) / 10, 10);
});

test.each([
  [() => train({ data: join(folder, 'none.csv'), target: 'x' }), 'none.csv'],
  [() => train({ data: folder, target: 'x' }), 'is a folder'],
  [() => load(join(folder, 'none')), 'There is no file'],
])('%# is refused in a sentence', async (attempt, message) => {
  await expect(async () => attempt()).rejects.toThrow(message);
});
