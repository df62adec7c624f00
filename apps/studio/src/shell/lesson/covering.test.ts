import { expect, test } from 'vitest';
import { emptyLesson } from '../../state/check/checkLesson.ts';
import { cover, coveringOf } from './covering.ts';

test('a path is free, locked or hidden, never two of them', () => {
  const locked = cover(emptyLesson, 'data.noise', 'locked');
  expect(locked.locked).toEqual(['data.noise']);
  const hidden = cover(locked, 'data.noise', 'hidden');
  expect(hidden).toMatchObject({ locked: [], hidden: ['data.noise'] });
  expect(coveringOf(hidden, 'data.noise')).toBe('hidden');
  expect(coveringOf(hidden, 'data')).toBe('free');
  expect(cover(hidden, 'data.noise', 'free')).toEqual(emptyLesson);
  expect(cover(locked, 'data.noise', 'locked')).toEqual(locked);
});
