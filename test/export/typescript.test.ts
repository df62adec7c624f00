import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'prettier';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTypeScript } from '../../src/export/index.ts';
import { defineActivation, defineLayer } from '../../src/nn/define.ts';
import { builtInLibrary, extendLibrary } from '../../src/nn/trace/index.ts';
import { createReferenceExecutor, multiply, sum } from '../../src/tensor/index.ts';
import { assemble } from './support/assemble.ts';
import { example, type Example } from './support/examples.ts';
import { oddRows } from './support/rows.ts';
import {
  largestDifference,
  loadExported,
  numbersOf,
  predictionsOf,
  temporaryFolder,
} from './support/runTypeScript.ts';

/** Weights and other long runs of numbers. */
const DATA = /"[A-Za-z0-9+/=]{200,}"/g;

let penguins: Example;
let weather: Example;
let strikes: Example;
beforeAll(async () => {
  penguins = await example('penguins.csv', 'species');
  weather = await example('seattle-weather.csv', 'temp_max');
  strikes = await example(
    'birdstrikes.csv',
    ['speed_knots', 'damaged'],
    ['model.activation=gelu', 'model.normalisation=layer', 'model.members=2', 'preparation.numbers=quantile'],
  );
}, 60_000);

describe('the predictions of the exported file', () => {
  it('are those of the model, bit by bit up to the softmax, where no function is rounded', async () => {
    for (const { model, rows } of [penguins, weather]) {
      const { predictAll } = await loadExported(model);
      const difference = largestDifference(
        numbersOf(predictAll(rows)),
        numbersOf(predictionsOf(model, rows)),
      );
      expect(difference).toBeLessThan(1e-15);
    }
  });

  it('are those of the model within 1e-6 where some are', async () => {
    const { model, rows } = strikes;
    const { predictAll } = await loadExported(model);
    const [ours, theirs] = [predictAll(rows), predictionsOf(model, rows)];
    const shares = (each: unknown) => numbersOf((each as { damaged: unknown }).damaged);
    const values = (each: unknown) => numbersOf((each as { speed_knots: unknown }).speed_knots);
    expect(largestDifference(ours.flatMap(shares), theirs.flatMap(shares))).toBeLessThan(1e-6);
    const spread = Math.max(...theirs.flatMap(values)) - Math.min(...theirs.flatMap(values));
    const scaled = (each: unknown) => values(each).map((value) => value / spread);
    expect(largestDifference(ours.flatMap(scaled), theirs.flatMap(scaled))).toBeLessThan(1e-6);
  });

  it("have the form of the model's own", async () => {
    const { model, rows } = penguins;
    const { predict } = await loadExported(model);
    const { class: best, ...prediction } = model.predict(rows[0]) as { class: string };
    expect(predict(rows[0])).toMatchObject({ task: 'classification', target: 'species', class: best });
    expect(Object.keys(predict(rows[0]) as object).sort()).toEqual(
      [...Object.keys(prediction), 'class'].sort(),
    );
  });

  it('take a column that is left out, or empty, as missing, and numbers and dates as text', async () => {
    const { predict } = await loadExported(weather.model);
    const row = weather.rows[17];
    expect(predict({})).toEqual(predict(Object.fromEntries(Object.keys(row).map((name) => [name, null]))));
    expect(predict({ ...row, wind: '', date: '' })).toEqual(predict({ ...row, wind: undefined, date: NaN }));
    const day = row.date as Date;
    const written = { ...row, wind: String(row.wind as number), date: day.toISOString().slice(0, 10) };
    expect(predict(written)).toEqual(predict(row));
    expect(predict({ ...row, date: day.getTime() })).toEqual(predict(row));
    expect(predict({ ...row, date: `${day.toISOString().slice(0, 10)} 00:00` })).toEqual(predict(row));
  });
});

describe('the exported file', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('holds less than 20 kB besides weights and lists of words, and no line too long to read', () => {
    for (const { model } of [penguins, weather, strikes]) {
      const code = exportTypeScript(model).replaceAll(DATA, '""');
      const lists = code.match(/^\/\/ prettier-ignore\n.*?^\]/gms) ?? [];
      expect(code.length - lists.join('').length).toBeLessThan(20_000);
      expect(code.split('\n').filter((line) => line.length > 140)).toEqual([]);
    }
  });

  it('is formatted as Prettier would', async () => {
    for (const { model } of [penguins, weather, strikes]) {
      expect(await check(exportTypeScript(model), { parser: 'typescript', printWidth: 110 })).toBe(true);
    }
  });

  it('is strict TypeScript with no library but the language, and types rows and classes', () => {
    writeFileSync(join(folder.path, 'penguins.ts'), exportTypeScript(penguins.model));
    writeFileSync(join(folder.path, 'strikes.ts'), exportTypeScript(strikes.model));
    writeFileSync(join(folder.path, 'weather.ts'), exportTypeScript(weather.model));
    writeFileSync(
      join(folder.path, 'use.ts'),
      `import { predict, predictAll, type Row } from './penguins.ts';
import { predict as predictStrike } from './strikes.ts';
const rows: readonly Row[] = [{ island: 'Dream', bill_length_mm: null }, { island: 'elsewhere' }];
export const species: 'Adelie' | 'Chinstrap' | 'Gentoo' = predict(rows[0]!).class;
export const share: number = predictAll(rows)[0]!.probabilities.Gentoo;
export const cost: number = predictStrike({ date: new Date(0) }).speed_knots.value;
// @ts-expect-error a number
predict({ bill_length_mm: 'long' });
// @ts-expect-error no such column
predict({ wings: 2 });
// @ts-expect-error no such class
predict({}).class === 'Emperor';
`,
    );
    const options =
      '--ignoreConfig --noEmit --strict --target es2022 --lib es2022 --module nodenext --allowImportingTsExtensions ' +
      '--noUnusedLocals --noUnusedParameters --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noImplicitReturns ' +
      '--isolatedModules --erasableSyntaxOnly --types';
    const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
    const files = ['use.ts', 'weather.ts'];
    const { stdout } = spawnSync(process.execPath, [compiler, ...options.split(' '), '', ...files], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('runs in Node as it is', () => {
    const { model, rows } = penguins;
    writeFileSync(join(folder.path, 'alone.ts'), exportTypeScript(model));
    const program = `import { predict } from './alone.ts'; console.log(JSON.stringify(predict(${JSON.stringify(rows[3])})));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    const theirs = model.predict(rows[3]);
    expect(JSON.parse(stdout)).toMatchObject({ class: (theirs as { class: string }).class });
    expect(largestDifference(numbersOf(JSON.parse(stdout)), numbersOf(theirs))).toBeLessThan(1e-15);
  });

  it('is the same file each time, and holds only what the model needs', () => {
    const text = exportTypeScript(penguins.model);
    expect(exportTypeScript(penguins.model)).toBe(text);
    for (const absent of ['logistic', 'batchNorm', 'normalQuantile', 'time(', 'codes', 'erf(', 'mean('])
      expect(text.replaceAll(DATA, '')).not.toContain(absent);
  });
});

describe('what cannot be exported, or predicted', () => {
  const executor = createReferenceExecutor();

  it('an unknown category is an error where the preparation says so', async () => {
    const model = assemble({ executor, columns: ['age', 'city'], preparation: { unknown: 'error' } });
    const { predict } = await loadExported(model);
    expect(() => predict({ age: 3, city: 'Róma' })).toThrow('city is "Róma", which no training row has');
    expect(() => model.predict({ age: 3, city: 'Róma' })).toThrow('Róma');
    const known = { age: 3, city: 'Vác' };
    expect(largestDifference(numbersOf(predict(known)), numbersOf(model.predict(known)))).toBeLessThan(1e-12);
    expect(exportTypeScript(model)).not.toContain('string & {}');
  });

  it('names that are no identifiers, or those of the file itself, are no trouble', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      row: i % 7,
      'a "b" \\ */': i % 5,
      number: ['x', 'y', 'constructor'][i % 3],
      __proto: i % 4,
      '*/ target': ['*/', '`${x}`', "'\n"][(i * i) % 3],
    }));
    const columns = ['row', 'a "b" \\ */', 'number', '__proto'];
    const targets = { '*/ target': { name: 'crossEntropy' } };
    const model = assemble({ executor, rows, kinds: {}, columns, targets });
    const { predictAll } = await loadExported(model);
    const [ours, theirs] = [predictAll(rows), predictionsOf(model, rows)];
    expect(largestDifference(numbersOf(ours), numbersOf(theirs))).toBeLessThan(1e-12);
  });

  it("a layer of one's own, or an activation over whole rows, is refused by name", () => {
    const options = z.strictObject({});
    const double = defineLayer({ name: 'double', summary: '', options, apply: (_, x) => multiply(x, 2) });
    const total = defineActivation({
      name: 'total',
      summary: '',
      options,
      apply: (x) => multiply(x, sum(x, 1, { keep: true })),
    });
    const library = extendLibrary(builtInLibrary, { layers: { double }, activations: { total } });
    expect(() => exportTypeScript(assemble({ executor, library, trunk: [{ name: 'double' }] }))).toThrow(
      'The layer "double" is one of your own',
    );
    const activation = { name: 'activation', activation: { name: 'total' } };
    expect(() => exportTypeScript(assemble({ executor, library, trunk: [activation] }))).toThrow(
      'The activation "total" does more',
    );
  });

  it("an activation of one's own that is a formula is exported under its name", async () => {
    const relu = defineActivation({
      name: 'relu',
      summary: '',
      options: z.strictObject({}),
      apply: (x) => multiply(x, x),
    });
    const library = extendLibrary(builtInLibrary, { activations: { relu: relu as never } });
    const model = assemble({ executor, library });
    const { predictAll } = await loadExported(model);
    const [ours, theirs] = [predictAll(oddRows.slice(2)), predictionsOf(model, oddRows.slice(2))];
    expect(largestDifference(numbersOf(ours), numbersOf(theirs))).toBeLessThan(1e-12);
  });

  it('batch norm without statistics has no prediction for a row alone', () => {
    const trunk = [{ name: 'batchNorm', trackStatistics: false }];
    expect(() => exportTypeScript(assemble({ executor, trunk }))).toThrow('trackStatistics=true');
  });
});
