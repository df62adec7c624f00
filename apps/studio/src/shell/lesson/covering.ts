import type { Lesson } from '../../state/scenario.ts';

export type Covering = 'free' | 'locked' | 'hidden';

/** What a lesson does with a path by name. */
export function coveringOf({ hidden, locked }: Lesson, path: string): Covering {
  if (hidden.includes(path)) return 'hidden';
  return locked.includes(path) ? 'locked' : 'free';
}

export function cover(lesson: Lesson, path: string, covering: Covering): Lesson {
  const listed = (name: Covering, paths: readonly string[]) => {
    const others = paths.filter((other) => other !== path);
    return name === covering ? [...others, path] : others;
  };
  return {
    ...lesson,
    hidden: listed('hidden', lesson.hidden),
    locked: listed('locked', lesson.locked),
  };
}
