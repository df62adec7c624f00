import { checkLesson, emptyLesson } from '../../state/check/checkLesson.ts';
import { Refused } from '../../state/check/Refused.ts';
import { local } from '../../state/local/store.ts';
import type { Lesson } from '../../state/scenario.ts';

const KEY = 'lesson';

/** The lesson that a teacher is writing. It holds nowhere but in the links and files made of it, and stays in this browser. */
class Draft {
  #lesson = $state.raw<Lesson>(kept());

  get lesson(): Lesson {
    return this.#lesson;
  }
  set lesson(lesson: Lesson) {
    this.#lesson = lesson;
    local.write(KEY, JSON.stringify(lesson));
  }
}

function kept(): Lesson {
  try {
    return checkLesson(JSON.parse(local.read(KEY) ?? '{}'), new Refused());
  } catch {
    return emptyLesson;
  }
}

export const draft = new Draft();
