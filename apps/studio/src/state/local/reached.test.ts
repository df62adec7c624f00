import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteReached, reachedSteps } from './reached.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  const part = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  return part as Storage;
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => vi.unstubAllGlobals());

test('a run is known again in its tab, own work at the plain address in another one too', () => {
  noteReached({ run: 'a', steps: 7 }, true);
  expect([reachedSteps('a', false), reachedSteps('b', false)]).toEqual([7, 0]);
  vi.stubGlobal('sessionStorage', storage());
  expect([reachedSteps('a', false), reachedSteps('a', true), reachedSteps('b', true)]).toEqual([0, 7, 0]);
});

test('a lesson’s run stays in its tab', () => {
  noteReached({ run: 'own', steps: 7 }, true);
  noteReached({ run: 'lesson', steps: 9 }, false);
  expect(reachedSteps('lesson', false)).toBe(9);
  vi.stubGlobal('sessionStorage', storage());
  expect([reachedSteps('lesson', true), reachedSteps('own', true)]).toEqual([0, 7]);
});

test.each(['{"run":', '5', '{"run":"a"}', '{"run":"a","steps":-1}', '{"run":"a","steps":"9"}'])(
  'of rubbish it takes no notice: %s',
  (text) => {
    vi.stubGlobal('sessionStorage', { getItem: () => text });
    expect(reachedSteps('a', false)).toBe(0);
  },
);
