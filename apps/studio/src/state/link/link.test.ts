import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../baseRecipe.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';
import { arbitraryScenario } from './arbitraryScenario.forTest.ts';
import { linkOf, LONGEST_LINK } from './linkOf.ts';
import { readLink } from './readLink.ts';
import { readValue, writeValue } from './value.ts';

const start = startScenario();
const read = (text: string) => readLink(`#${text}`);

test('any scenario comes back from its link, or but for its points', () => {
  fc.assert(
    fc.property(arbitraryScenario(), (scenario) => {
      const { text, leftOut } = linkOf(scenario);
      const { scenario: back, problems } = read(text);
      const expected = leftOut ? { ...scenario, data: { ...scenario.data, points: [] } } : scenario;
      expect(back).toEqual(expected);
      expect(problems).toEqual(leftOut ? [{ code: 'withoutPoints' }] : []);
    }),
    { numRuns: 300 },
  );
});

test('a link passes through an address unchanged', () => {
  fc.assert(
    fc.property(arbitraryScenario(), (scenario) => {
      const { text } = linkOf(scenario);
      expect(new URL(`http://127.0.0.1/#${text}`).hash).toBe(`#${text}`);
    }),
  );
});

test('any value comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'));
      expect(readValue(writeValue(value))).toEqual(value);
    }),
  );
});

describe('is short and readable', () => {
  test('of the start, the version alone', () => {
    expect(linkOf(start).text).toBe(`defaults=${DEFAULTS}`);
    expect(read('')).toEqual({ scenario: start, problems: [] });
  });

  test('of an edited one, what differs', () => {
    const scenario: Scenario = {
      ...start,
      data: { ...start.data, dataset: 'moons', noise: 0.8, features: ['x', 'y', 'xy'] },
      recipe: {
        model: { hidden: [8, 8], activation: { name: 'relu' } },
        optimizer: { name: 'adam', learningRate: 0.001 },
        penalties: [{ name: 'l2', strength: 0.01 }],
      },
      other: { seed: 2 },
    };
    expect(linkOf(scenario).text).toBe(
      'data.dataset=moons&data.noise=0.8&data.features=x,y,xy&recipe.model.hidden=8,8&recipe.model.activation.name=relu' +
        '&recipe.optimizer.name=adam&recipe.optimizer.learningRate=0.001&recipe.penalties=((name:l2,strength:0.01))' +
        `&other.seed=2&defaults=${DEFAULTS}`,
    );
  });

  test('of a lesson, with words as they are', () => {
    const lesson = {
      title: 'Fewer, please',
      text: 'Túl sok? 95 %',
      hidden: ['data'],
      locked: [],
      goal: null,
    };
    const { text } = linkOf({ ...start, lesson });
    expect(text).toContain("lesson.title='Fewer,+please'&lesson.text=T%C3%BAl+sok?+95+%25&");
  });
});

test('points that are too many are left out, and this is said', () => {
  const points = Array.from({ length: 400 }, (_, i) => [i / 100, -i / 100, i % 2] as const);
  const link = linkOf({ ...start, data: { ...start.data, dataset: 'drawn', points } });
  expect(link.leftOut).toBe(true);
  expect(link.text.length).toBeLessThan(LONGEST_LINK);
  expect(read(link.text).scenario.data.dataset).toBe('drawn');
  expect(read(link.text).problems).toEqual([{ code: 'withoutPoints' }]);
});

describe('of hostile, broken and old links reads what can be read', () => {
  const unreadable = (...paths: string[]) => [{ code: 'unreadable', paths }];

  test.each([
    ['data.noise=much', 'data.noise'],
    ['data.noise=1e400', 'data.noise'],
    ['data.rows=1000000000', 'data.rows'],
    ['data.rows=2.5', 'data.rows'],
    ['data.stretch.x=0', 'data.stretch'],
    ['data.points=(1,2)', 'data.points'],
    ['view.pace=constructor', 'view.pace'],
    ['view.parts.train=1', 'view.parts'],
    ['recipe=5', 'recipe'],
    ['view=5', 'view'],
    ['room=5', 'room'],
    ['other=5', 'other'],
    ['recipe.model.hidden=eight', 'recipe.model.hidden'],
    ['recipe.model.hidden=(1,(2))', 'recipe.model.hidden.1'],
    ['recipe.optimizer.name=warp', 'recipe.optimizer'],
    ['recipe.optimizer.warp=9', 'recipe.optimizer.warp'],
    ['recipe.warp=9', 'recipe.warp'],
    ['lesson=5', 'lesson'],
    ['lesson.goal.conditions=((quantity:1))', 'lesson.goal'],
    ['warp=9', 'warp'],
    ['data.noise', 'data.noise'],
    ['data.noise=%E0%A4%A', 'data.noise'],
    ['data.noise=((((', 'data.noise'],
    [`data.noise=${'('.repeat(5000)}`, 'data.noise'],
    ['__proto__.polluted=1', '__proto__.polluted'],
    ['constructor.prototype.polluted=1', 'constructor.prototype.polluted'],
    ['recipe.model=(__proto__:(polluted:1))', 'recipe.model'],
    ['=', ''],
  ])('%.60s', (pair, path) => {
    const { scenario, problems } = read(`${pair}&data.mislabelled=0.1&defaults=1`);
    expect(problems).toEqual(unreadable(path));
    expect(scenario).toEqual({
      ...startScenario(1),
      data: { ...startScenario(1).data, mislabelled: 0.1 },
      lesson: scenario.lesson,
      other: scenario.other,
    });
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  test('any text at all gives a scenario', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webFragments()), (text) => {
        for (const link of [text, `data.noise=${text}&defaults=1`, `${text}=1`])
          expect(Object.keys(read(link).scenario).sort()).toEqual(Object.keys(start).sort());
      }),
    );
  });

  test('cut off, newer, of no version', () => {
    expect(read('data.noise=1').problems).toEqual([{ code: 'cutOff' }]);
    expect(read('data.noise=1&defaults=99').problems).toEqual([{ code: 'newer', defaults: 99 }]);
    expect(read('data.noise=1&defaults=0').problems).toEqual(unreadable('defaults'));
    for (const end of ['', '&defaults=99', '&defaults=0'])
      expect(read(`data.noise=1${end}`).scenario.data.noise).toBe(1);
  });

  test('programs that escape more than we do', () => {
    const text =
      'recipe.penalties=%28%28name%3Al2%2Cstrength%3A0.01%29%29&lesson.title=%27a%2Cb%27%20c&defaults=1';
    expect(read(text).scenario.recipe).toEqual({ penalties: [{ name: 'l2', strength: 0.01 }] });
  });
});
