import { isRecord } from '../path.ts';
import type { GoalCondition, Lesson } from '../scenario.ts';
import { checkFields } from './checkFields.ts';
import { isListOfTexts } from './isListOfTexts.ts';
import type { Refused } from './Refused.ts';

export const emptyLesson: Lesson = { title: '', text: '', hidden: [], locked: [], goal: null };

const isText = (value: unknown) => typeof value === 'string';

const isCondition = (value: unknown): value is GoalCondition =>
  isRecord(value) &&
  Object.keys(value).length === 3 &&
  isText(value.quantity) &&
  (value.relation === 'atLeast' || value.relation === 'atMost') &&
  Number.isFinite(value.value);

const isGoal = (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).length === 1 &&
  Array.isArray(value.conditions) &&
  value.conditions.every(isCondition);

export const checkLesson = (from: unknown, refused: Refused): Lesson =>
  checkFields('lesson', from, emptyLesson, refused, {
    title: isText,
    text: isText,
    hidden: isListOfTexts,
    locked: isListOfTexts,
    goal: (value) => value === null || isGoal(value),
  });
