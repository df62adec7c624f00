import { describe, expect, test } from 'vitest';
import { catalogue, keysToTry, loadTexts } from '../catalogue/index.ts';
import { fieldKeys } from '../catalogue/fieldKeys.ts';
import { loadHelp } from '../controls/loadHelp.ts';
import { scaledKeys } from '../controls/scales.ts';
import { features } from '../data/features.ts';
import { en } from './en/index.ts';
import { fields as englishHelp } from './en/help/fields.ts';
import { hu } from './hu/index.ts';
import { fields as hungarianHelp } from './hu/help/fields.ts';
import type { Language, Words } from './index.ts';

const keys = fieldKeys();
const dictionaries: [Language, Words][] = [
  ['en', en],
  ['hu', hu],
];
/** Data that panels choose with pictures: no fields of a number or text. */
const chosen = ['data.dataset', 'data.features', 'recipe.model'];

describe.each(dictionaries)('in %s', (language, words) => {
  const names: Record<string, string> = words.fields;

  test('every field has a name', () => {
    const missing = [...keys.keys(), ...chosen].filter((key) => !keysToTry(key).some((one) => names[one]));
    expect(missing).toEqual([]);
  });

  test('every field has a sentence on what it does', async () => {
    const help = await loadHelp(language);
    const missing = [...keys.keys(), ...chosen].filter((key) => !/[.”]$/.test(help.field(key)?.[0] ?? ''));
    expect(missing).toEqual([]);
  });

  test('every thing has a name and a sentence', async () => {
    const help = await loadHelp(language);
    for (const list of Object.keys(catalogue.things) as (keyof typeof catalogue.things)[]) {
      const known: Record<string, string> = words.things[list];
      for (const name of Object.keys(catalogue.things[list])) {
        expect(known[name], `${list} ${name}`).toBeTruthy();
        expect(help.thing(list, name)?.summary, `${list} ${name}`).toMatch(/[.)]$/);
      }
      expect(Object.keys(known)).toEqual(Object.keys(catalogue.things[list]));
    }
  });

  test('every word of a choice has a name', () => {
    const known: Record<string, string> = words.choices;
    const named = [...keys].flatMap(([key, choices]) => choices.map((choice) => ({ key, choice })));
    const missing = named.filter(({ choice }) => typeof choice === 'string' && !known[choice]);
    expect(missing).toEqual([]);
  });

  test('every dataset, feature and metric has a name and a sentence', async () => {
    const help = await loadHelp(language);
    const [datasets, metrics, inputs]: Record<string, string>[] = [
      words.datasets,
      words.metrics,
      words.features,
    ];
    for (const { name } of catalogue.datasets) {
      expect(datasets[name], name).toBeTruthy();
      expect(help.dataset(name), name).toMatch(/\.$/);
    }
    for (const { name } of catalogue.metrics) {
      expect(metrics[name], name).toBeTruthy();
      expect(help.metric(name), name).toMatch(/\.$/);
    }
    expect(Object.keys(inputs).sort()).toEqual(features.map(({ name }) => name).sort());
  });
});

test('no word stands for a field that there is not', () => {
  const known = new Set([...keys.keys(), ...chosen].flatMap(keysToTry));
  const strays = [...Object.keys(en.fields), ...Object.keys(englishHelp), ...scaledKeys].filter(
    (key) => !known.has(key),
  );
  expect(strays).toEqual([]);
});

test('both languages say the same of raising and lowering', () => {
  for (const [key, [, raised = '', lowered = '']] of Object.entries(englishHelp)) {
    const [, more = '', less = ''] = hungarianHelp[key as keyof typeof hungarianHelp];
    expect([more !== '', less !== ''], key).toEqual([raised !== '', lowered !== '']);
  }
});

test('Hungarian says in its own words what the library says in English', async () => {
  const [texts, help] = await Promise.all([loadTexts(), loadHelp('hu')]);
  for (const { name } of catalogue.metrics) expect(help.metric(name)).not.toBe(texts.metrics[name]);
  for (const [list, things] of Object.entries(texts.things))
    for (const [name, { summary }] of Object.entries(things))
      expect(help.thing(list as keyof typeof texts.things, name)?.summary).not.toBe(summary);
});
