import type { Pace, ViewSettings } from '../scenario.ts';
import { checkFields } from './checkFields.ts';
import { isRecord } from '../path.ts';
import type { Refused } from './Refused.ts';

const paces: Readonly<Record<Pace, true>> = { step: true, slow: true, epoch: true, fast: true, full: true };

const isBoolean = (value: unknown) => typeof value === 'boolean';

export const checkView = (from: unknown, start: ViewSettings, refused: Refused): ViewSettings =>
  checkFields('view', from, start, refused, {
    pace: (value) => typeof value === 'string' && Object.hasOwn(paces, value),
    parts: (value) =>
      isRecord(value) &&
      Object.entries(value).every(([part, shown]) => Object.hasOwn(start.parts, part) && isBoolean(shown)),
    discrete: isBoolean,
    hyperplanes: isBoolean,
    penalty: isBoolean,
    logarithmic: isBoolean,
    story: (value) => value === null || typeof value === 'string',
  });
