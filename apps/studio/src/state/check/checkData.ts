import { dataFields } from '../../catalogue/dataFields.ts';
import { isRecord } from '../path.ts';
import type { DataSettings, DrawnPoint } from '../scenario.ts';
import { conforms } from './conforms.ts';
import { isListOfTexts } from './isListOfTexts.ts';
import { checkFields } from './checkFields.ts';
import type { Refused } from './Refused.ts';

/** More than a person draws, and more than the page can show quickly. */
const MOST_POINTS = 5000;

const isPoint = (value: unknown): value is DrawnPoint =>
  Array.isArray(value) && value.length === 3 && value.every((number) => Number.isFinite(number));

const isPair = (field: 'stretch' | 'shift') => (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).length === 2 &&
  ['x', 'y'].every(
    (axis) => Object.hasOwn(value, axis) && conforms(dataFields[field].fields![axis], value[axis]),
  );

const number = (field: keyof DataSettings) => (value: unknown) => conforms(dataFields[field], value);

export const checkData = (from: unknown, start: DataSettings, refused: Refused): DataSettings =>
  checkFields('data', from, start, refused, {
    dataset: (value) => typeof value === 'string',
    classes: (value) => value === 0 || number('classes')(value),
    rows: number('rows'),
    noise: number('noise'),
    seed: number('seed'),
    balance: number('balance'),
    mislabelled: number('mislabelled'),
    stretch: isPair('stretch'),
    shift: isPair('shift'),
    outlier: number('outlier'),
    features: isListOfTexts,
    points: (value) => Array.isArray(value) && value.length <= MOST_POINTS && value.every(isPoint),
  });
