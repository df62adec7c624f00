import { isWithin } from './path.ts';
import type { Lesson } from './scenario.ts';

/** Whether a lesson hides or locks a control: its path or one above it is listed. B's controls go with A's. */
export function lessonCovers(lesson: Lesson | null, what: 'hidden' | 'locked', path: string): boolean {
  if (lesson === null) return false;
  const asA = path.replace(/^other\./, 'recipe.');
  return lesson[what].some((listed) => isWithin(path, listed) || isWithin(asA, listed));
}
