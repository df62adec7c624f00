import { beforeAll, describe, expect, it } from 'vitest';
import { exportOnnx } from '../../src/export/index.ts';
import { createReferenceExecutor } from '../../src/tensor/index.ts';
import { assemble } from './support/assemble.ts';
import { example, type Example } from './support/examples.ts';
import { oddRows, rawRows, type RawRow } from './support/rows.ts';
import { numbersOfModel, numbersOfRun, runOnnx } from './support/runOnnx.ts';
import { largestDifference } from './support/runTypeScript.ts';

describe('what onnxruntime makes of the raw columns', () => {
  let penguins: Example;
  let weather: Example;
  let strikes: Example;
  beforeAll(async () => {
    penguins = await example('penguins.csv', 'species');
    weather = await example('seattle-weather.csv', 'temp_max');
    strikes = await example('birdstrikes.csv', ['damaged', 'speed_knots'], ['model.members=2']);
  }, 60_000);

  it('is what the model says, missing values included', async () => {
    const { model, rows } = penguins;
    expect(rows.some((row) => row.sex === null && row.body_mass_g === null)).toBe(true);
    const run = await runOnnx(model, rows);
    expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows))).toBeLessThan(2e-6);
    expect(run.outputs.label).toEqual({
      dims: [rows.length],
      data: model.predict(rows).map((prediction) => (prediction as { class: string }).class),
    });
    expect(run.outputs.probabilities.dims).toEqual([rows.length, 3]);
    expect(run.inputs).toMatchObject({ island: 'string', bill_length_mm: 'float32', sex: 'string' });
  });

  it('is the value of a regression, with dates', async () => {
    const { model, rows } = weather;
    const run = await runOnnx(model, rows);
    expect(run.inputs).toMatchObject({ date: 'float64', wind: 'float32' });
    expect(run.outputs.value.dims).toEqual([rows.length, 1]);
    expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows))).toBeLessThan(2e-6);
  });

  it('is a prediction of each of several targets, by several nets, with many categories', async () => {
    const { model, rows } = strikes;
    const run = await runOnnx(model, rows);
    expect(Object.keys(run.outputs).sort()).toEqual([
      'damaged.label',
      'damaged.probabilities',
      'speed_knots.value',
    ]);
    expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows))).toBeLessThan(1e-5);
  });
});

describe('what is handed in', () => {
  const executor = createReferenceExecutor();
  const rows = [...rawRows(60, 3), ...oddRows.filter(({ age }) => age !== 1e30)];

  it.each(['quantile', 'standardise', 'power'] as const)(
    'numbers in float32 are scaled (%s) as those of float64 are, nearly',
    async (numbers) => {
      const model = assemble({
        executor,
        preparation: { numbers },
        columns: ['age', 'net income', 'height'],
      });
      const run = await runOnnx(model, rows);
      expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows))).toBeLessThan(1e-5);
    },
  );

  it('a column called as an output is, or as a node, is no trouble', async () => {
    const named = (row: RawRow) => ({
      value: row.age,
      label: row.city,
      'value/Cast': row.height,
      kind: row.kind,
    });
    const model = assemble({ executor, rows: rawRows(80).map(named), kinds: {} });
    const run = await runOnnx(model, rows.map(named));
    expect(Object.keys(run.outputs)).toEqual(['kind.label', 'kind.probabilities']);
    expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows.map(named)))).toBeLessThan(1e-5);
  });

  it('yes and no in other words, and in capitals', async () => {
    const model = assemble({ executor, columns: ['member', 'age'] });
    const spoken = ['yes', 'YES', 'Igen', 'si', '0', 'No', 'perhaps', null].map((member) => ({
      member,
      age: 40,
    }));
    const run = await runOnnx(model, spoken);
    expect(largestDifference(numbersOfRun(run), numbersOfModel(model, spoken))).toBeLessThan(1e-5);
  });
});

describe('what ONNX cannot say is refused', () => {
  const executor = createReferenceExecutor();

  it('unknown categories that are an error', () => {
    const model = assemble({ executor, preparation: { unknown: 'error' } });
    expect(() => exportOnnx(model)).toThrow(
      "Column 'city' refuses unknown categories, which ONNX cannot say; train with preparation.unknown=ignore",
    );
  });

  it('categories that float32 does not tell apart', () => {
    const rows = rawRows(60).map((row, i) => ({ ...row, code: 123_456_700 + (i % 3) }));
    const model = assemble({ executor, rows, columns: ['code'], kinds: { code: 'category' } });
    expect(() => exportOnnx(model)).toThrow("Column 'code' has categories that are numbers of more digits");
  });
});
