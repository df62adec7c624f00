import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { syntheticTables } from '../../../../src/data/synthetic/index.ts';
import { builtIn, parseRecipe, recipeFields } from '../../../../src/train/recipe/index.ts';
import { leftOutFields, leftOutThings } from '../../build/catalogue/leftOut.ts';
import { catalogue, datasetPoints, findField, keysToTry, loadTexts } from './index.ts';

/** Values by path, as the store has them. */
const valuesOf =
  (values: Record<string, unknown>) =>
  (path: string): unknown =>
    values[path];

describe('the catalogue', () => {
  test('is small enough to be there at first paint', () => {
    expect(gzipSync(JSON.stringify(catalogue)).length).toBeLessThan(15_000);
  });

  test('has every thing that a recipe can name, but those left out on purpose', () => {
    for (const [list, things] of Object.entries(builtIn)) {
      const shown = Object.keys(things).filter((name) => !leftOutThings.has(`${list}(${name})`));
      expect(Object.keys(catalogue.things[list as keyof typeof builtIn])).toEqual(shown);
    }
  });

  test('has every field of a recipe, but those left out on purpose', () => {
    const missing = recipeFields(builtIn)
      .filter(
        ({ path }) =>
          !/^(losses|penalties)\.0|^model\(layers\)\.layers\.0|^model\(\w+\)\.members$/.test(path),
      )
      .filter(({ path }) => path !== 'recipe' && !path.endsWith('.name'))
      .filter(({ path }) => !isLeftOut(path) && !isKnown(path))
      .map(({ path }) => path);
    expect(missing).toEqual([]);
  });

  test('finds options of the choice in force', () => {
    const sgd = findField('recipe.optimizer.momentum', valuesOf({ 'recipe.optimizer': { name: 'sgd' } }));
    expect(sgd).toEqual({
      key: 'optimizers(sgd).momentum',
      spec: { type: 'number', minimum: 0, below: 1, default: 0 },
    });
    expect(
      findField('recipe.optimizer.momentum', valuesOf({ 'recipe.optimizer': { name: 'adam' } })),
    ).toBeUndefined();
  });

  test('takes the default choice where nothing is chosen', () => {
    expect(findField('recipe.optimizer.beta1', valuesOf({}))?.key).toBe('optimizers(adamW).beta1');
    expect(findField('recipe.model.hidden', valuesOf({}))?.spec.items).toEqual({
      type: 'integer',
      minimum: 1,
    });
    expect(
      findField('recipe.model.hidden', valuesOf({ 'recipe.model': { kind: 'linear' } })),
    ).toBeUndefined();
  });

  test('knows the fields of the data', () => {
    expect(findField('data.stretch.x', valuesOf({}))).toMatchObject({
      key: 'data.stretch.x',
      spec: { above: 0 },
    });
  });

  test('offers a loss for the tasks that it can learn', () => {
    const { losses } = catalogue.things;
    expect(losses.crossEntropy.tasks).toEqual(['classification']);
    expect(losses.huber.tasks).toEqual(['regression']);
    expect(losses.gaussian.tasks).toEqual(['regression']);
  });

  test('has defaults that a recipe accepts', () => {
    for (const [name, { fields }] of Object.entries(catalogue.things.optimizers)) {
      const options = Object.entries(fields).map(([field, spec]) => [field, spec.default]);
      expect(() =>
        parseRecipe({ optimizer: { name, ...Object.fromEntries(options) } }, builtIn),
      ).not.toThrow();
    }
  });

  test('pictures each dataset by its own points', () => {
    for (const [index, dataset] of catalogue.datasets.entries()) {
      const { columns } = syntheticTables[index].make({ rows: 110, seed: 1 });
      const points = datasetPoints(dataset);
      expect(points).toHaveLength(110);
      for (const [row, { x, y, target }] of points.entries()) {
        const [columnX, columnY, targets] = columns;
        if (columnX.type !== 'number' || columnY.type !== 'number') throw new TypeError('not numbers');
        expect(x).toBeCloseTo(Math.min(Math.max(columnX.values[row], -6), 6), 0);
        expect(y).toBeCloseTo(Math.min(Math.max(columnY.values[row], -6), 6), 0);
        if (targets.type === 'text') expect(target).toBe(targets.codes[row]);
      }
    }
  });

  test('has a sentence for everything it offers', async () => {
    const { things } = await loadTexts();
    for (const [list, named] of Object.entries(catalogue.things)) {
      for (const name of Object.keys(named))
        expect(things[list as keyof typeof things][name].summary).toMatch(/\.$/);
    }
  });
});

/** `optimizer(adam).beta1` of the recipe's own list, as a path and the choices that it takes for granted. */
function readPath(path: string) {
  const values: Record<string, unknown> = {};
  const parts: string[] = ['recipe'];
  for (const part of path.replace(/\.0\b.*$/, '').split('.')) {
    const [, field, name] = /^(\w+)(?:\((\w+)\))?$/.exec(part) ?? [];
    parts.push(field);
    if (name) values[parts.join('.')] = { name, kind: name };
  }
  return { parts, values };
}

function isKnown(path: string): boolean {
  const { parts, values } = readPath(path);
  return findField(parts.join('.'), valuesOf(values)) !== undefined;
}

function isLeftOut(path: string): boolean {
  const { parts, values } = readPath(path);
  const above = parts.slice(0, -1).join('.');
  const list = findField(above, valuesOf(values))?.spec.list;
  const keys = list ? keysToTry(`${list}(${nameAt(values[above])}).${parts.at(-1)}`) : [`recipe.${path}`];
  return [...leftOutFields].some((field) => keys.some((key) => `${key}.`.startsWith(`${field}.`)));
}

const nameAt = (value: unknown): string => (value as { name: string }).name;
