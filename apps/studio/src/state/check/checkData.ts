import { catalogue, taskOf } from '../../catalogue/index.ts';
import { dataFields } from '../../catalogue/dataFields.ts';
import { features } from '../../data/features.ts';
import { isRecord } from '../path.ts';
import type { DataSettings, DrawnPoint } from '../scenario.ts';
import { conforms } from './conforms.ts';
import { isListOfTexts } from './isListOfTexts.ts';
import { checkFields } from './checkFields.ts';
import type { Refused } from './Refused.ts';

/** More than a person draws, and more than the page can show quickly. */
const MOST_POINTS = 5000;
const MOST_CLASSES = 8;

/** The plane reaches from -6 to 6 either way; what lies much farther was drawn by nobody. */
const FARTHEST = 60;

const isPoint = (value: unknown): value is DrawnPoint =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every((number) => Number.isFinite(number) && Math.abs(number) <= FARTHEST);

/** Points of a classification have the number of their class. */
const suits = ([, , target]: DrawnPoint, dataset: string): boolean =>
  taskOf(dataset) === 'regression' || (Number.isInteger(target) && target >= 0 && target < MOST_CLASSES);

const isDataset = (value: unknown): boolean =>
  value === 'drawn' || value === 'drawnNumbers' || catalogue.datasets.some(({ name }) => name === value);

const areFeatures = (value: unknown): boolean =>
  isListOfTexts(value) &&
  value.length > 0 &&
  value.every((name) => features.some((feature) => feature.name === name));

const isPair = (field: 'stretch' | 'shift') => (value: unknown) =>
  isRecord(value) &&
  Object.keys(value).length === 2 &&
  ['x', 'y'].every(
    (axis) => Object.hasOwn(value, axis) && conforms(dataFields[field].fields![axis], value[axis]),
  );

const number = (field: keyof DataSettings) => (value: unknown) => conforms(dataFields[field], value);

export const checkData = (from: unknown, start: DataSettings, refused: Refused): DataSettings => {
  const named = isRecord(from) ? from['dataset'] : undefined;
  const dataset = typeof named === 'string' ? named : start.dataset;
  return checkFields('data', from, start, refused, {
    dataset: isDataset,
    classes: (value) => value === 0 || number('classes')(value),
    rows: number('rows'),
    noise: number('noise'),
    seed: number('seed'),
    balance: number('balance'),
    mislabelled: number('mislabelled'),
    stretch: isPair('stretch'),
    shift: isPair('shift'),
    outlier: number('outlier'),
    features: areFeatures,
    points: (value) =>
      Array.isArray(value) &&
      value.length <= MOST_POINTS &&
      value.every((point) => isPoint(point) && suits(point, dataset)),
  });
};
