import katex from 'katex';
import { expect, test } from 'vitest';
import { fieldKeys } from './fieldKeys.ts';
import { formulaFor, formulas } from './formulas.ts';
import { catalogue, loadTexts } from './index.ts';

test.each(Object.entries(formulas))('KaTeX prints the formula of %s', (_, tex) => {
  expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow();
});

test('every thing that has a formula has it in print', async () => {
  const { things } = await loadTexts();
  for (const list of Object.keys(catalogue.things) as (keyof typeof catalogue.things)[])
    for (const name of Object.keys(catalogue.things[list]).filter((one) => one !== 'custom'))
      expect(formulas[`${list}(${name})`] !== undefined, `${list} ${name}`).toBe(
        things[list][name].formula !== undefined,
      );
});

test('no formula stands for what there is not', () => {
  const known = new Set(
    Object.entries(catalogue.things).flatMap(([list, things]) =>
      Object.keys(things).map((name) => `${list}(${name})`),
    ),
  );
  const keys = fieldKeys();
  expect(Object.keys(formulas).filter((key) => !known.has(key) && !keys.has(key))).toEqual([]);
});

test('an option shows the formula of what it belongs to', () => {
  expect(formulaFor('optimizers(sgd).momentum')).toBe(formulas['optimizers(sgd)']);
  expect(formulaFor('recipe.optimizer', 'optimizers(adam)')).toBe(formulas['optimizers(adam)']);
  expect(formulaFor('recipe.stopping.epochs')).toBeUndefined();
});
