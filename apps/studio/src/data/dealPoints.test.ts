import { expect, test } from 'vitest';
import { dealPoints } from './dealPoints.ts';

const shares = { train: 0.5, validation: 0.25, test: 0.25 };
/** Classes of forty points, by chance. */
const classes = Array.from({ length: 40 }, (_, index) => [0, 2, 1, 0][(index * 7) % 4]);

test('a point keeps its part whatever is drawn after it', () => {
  const all = dealPoints(classes, shares);
  for (let count = 0; count <= classes.length; count++)
    expect(dealPoints(classes.slice(0, count), shares)).toEqual(all.slice(0, count));
});

test('parts have their shares of each class, and the first two points are learned from', () => {
  const all = dealPoints(new Float64Array(40), shares);
  expect(all.slice(0, 6)).toEqual(['train', 'train', 'validation', 'test', 'train', 'validation']);
  const count = (part: string) => all.filter((own) => own === part).length;
  expect([count('train'), count('validation'), count('test')]).toEqual([20, 10, 10]);
  expect(dealPoints([0, 0, 0, 1], shares)).toEqual(['train', 'train', 'validation', 'train']);
});

test('a part without a share gets no points', () => {
  const all = dealPoints(classes, { train: 0.8, validation: 0.2, test: 0 });
  expect(new Set(all)).toEqual(new Set(['train', 'validation']));
});
