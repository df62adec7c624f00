import { baseRecipe } from '../baseRecipe.ts';
import { isRecord } from '../path.ts';
import type { Lesson, RecipeEdits, Scenario } from '../scenario.ts';
import { mergeEdits } from '../mergeEdits.ts';
import { checkData } from './checkData.ts';
import { checkLesson } from './checkLesson.ts';
import { checkRecipe } from './checkRecipe.ts';
import { Refused } from './Refused.ts';
import { checkView } from './checkView.ts';

export interface CheckedScenario {
  readonly scenario: Scenario;
  /** Paths that were not taken. */
  readonly refused: readonly string[];
}

/** What came from a link, a file or the browser's storage, laid upon the start, as far as it is of the right form. */
export function checkScenario(from: Readonly<Record<string, unknown>>, start: Scenario): CheckedScenario {
  const refused = new Refused();
  const recipe = checkRecipe(from.recipe ?? {}, 'recipe', baseRecipe(start.defaults), refused);
  const scenario: Scenario = {
    defaults: start.defaults,
    room: typeof from.room === 'string' ? from.room : refused.keep('room', from.room, start.room),
    data: checkData(from.data, start.data, refused),
    recipe,
    other: checkOther(from.other, mergeEdits(baseRecipe(start.defaults), recipe), refused),
    view: checkView(from.view, start.view, refused),
    lesson: lessonOf(from.lesson, refused),
  };
  for (const key of Object.keys(from)) if (!Object.hasOwn(scenario, key)) refused.add(key);
  return { scenario, refused: refused.paths };
}

const checkOther = (other: unknown, base: RecipeEdits, refused: Refused): RecipeEdits | null =>
  other === undefined || other === null ? null : checkRecipe(other, 'other', base, refused);

function lessonOf(lesson: unknown, refused: Refused): Lesson | null {
  if (lesson === undefined || lesson === null) return null;
  if (isRecord(lesson)) return checkLesson(lesson, refused);
  return refused.keep('lesson', lesson, null);
}
