import { afterEach, expect, test, vi } from 'vitest';
import { linkOf } from '../link/linkOf.ts';
import type { Scenario } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';
import { borrow } from './borrowed.ts';
import { keep, openingScenario } from './kept.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  const part = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  return part as Storage;
}
const denied = new Proxy({} as Storage, {
  get() {
    throw new DOMException('denied', 'SecurityError');
  },
});

const points = Array.from({ length: 500 }, (_, i) => [i / 100, 1 - i / 100, i % 2] as const);
const drawn: Scenario = { ...startScenario(), data: { ...startScenario().data, dataset: 'drawn', points } };

afterEach(() => vi.unstubAllGlobals());

test('without a link, what was kept; with its own link too, points and all', () => {
  vi.stubGlobal('localStorage', storage());
  expect(openingScenario('').scenario).toEqual(startScenario());
  expect(keep(drawn)).toBe(true);
  expect(openingScenario('').scenario).toEqual(drawn);
  expect(openingScenario(`#${linkOf(drawn).text}`)).toEqual({ scenario: drawn, problems: [] });
});

test('another link goes before what was kept', () => {
  vi.stubGlobal('localStorage', storage());
  keep(drawn);
  expect(openingScenario('#data.noise=2&defaults=1').scenario.data).toEqual({
    ...startScenario(1).data,
    noise: 2,
  });
});

const lesson = { title: 'Theirs', text: '', hidden: [], locked: ['data'], goal: null };

test('what came by a link is kept only once it was edited', () => {
  vi.stubGlobal('localStorage', storage());
  keep(drawn);
  const { scenario } = openingScenario('#data.noise=2&defaults=1');
  expect(keep(scenario)).toBe(false);
  expect(openingScenario('').scenario).toEqual(drawn);
  const edited = { ...scenario, room: 'elsewhere' };
  expect(keep(edited)).toBe(true);
  expect(openingScenario('').scenario).toEqual(edited);
});

test('a lesson, its work and what it leaves never take the place of own work', () => {
  vi.stubGlobal('localStorage', storage());
  keep(drawn);
  const inLesson = { ...drawn, data: { ...drawn.data, noise: 3 }, lesson };
  expect(keep(inLesson)).toBe(true);
  expect(openingScenario('').scenario).toEqual(drawn);
  expect(openingScenario(`#${linkOf(inLesson).text}`).scenario).toEqual(inLesson);
  expect(keep(borrow({ ...inLesson, lesson: null }))).toBe(false);
  expect(openingScenario('').scenario).toEqual(drawn);
});

test('a browser that keeps nothing, and one that kept rubbish', () => {
  vi.stubGlobal('localStorage', denied);
  expect(keep(drawn)).toBe(false);
  expect(openingScenario('')).toEqual({ scenario: startScenario(), problems: [] });
  vi.stubGlobal('localStorage', { getItem: () => '{"neumann":' });
  expect(openingScenario('')).toEqual({ scenario: startScenario(), problems: [] });
});
