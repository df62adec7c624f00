import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, type DateOrder } from './parseDate.ts';

test.each<[string, DateOrder, string]>([
  ['2024-02-29', 'yearFirst', '2024-02-29T00:00:00Z'],
  ['2024-02', 'yearFirst', '2024-02-01T00:00:00Z'],
  ['2024/1/5', 'yearFirst', '2024-01-05T00:00:00Z'],
  ['2024. 01. 31.', 'yearFirst', '2024-01-31T00:00:00Z'],
  ['2024-02-29T13:45:10.123Z', 'yearFirst', '2024-02-29T13:45:10.123Z'],
  ['2024-02-29 13:45', 'yearFirst', '2024-02-29T13:45:00Z'],
  ['2024-02-29T13:45:10.123456+02:00', 'yearFirst', '2024-02-29T11:45:10.123Z'],
  ['2024-02-29T13:45:10-0530', 'yearFirst', '2024-02-29T19:15:10Z'],
  ['31.12.1999', 'dayFirst', '1999-12-31T00:00:00Z'],
  ['31/12/1999 23:59:59', 'dayFirst', '1999-12-31T23:59:59Z'],
  ['12/31/1999 11:05 PM', 'monthFirst', '1999-12-31T23:05:00Z'],
  ['12/31/1999 12:05 am', 'monthFirst', '1999-12-31T00:05:00Z'],
  ['31 Dec 1999', 'monthName', '1999-12-31T00:00:00Z'],
  ['December 31, 1999', 'monthName', '1999-12-31T00:00:00Z'],
])('reads %j as %s', (word, order, expected) => {
  expect(new Date(parseDate(word, order)).toISOString()).toBe(new Date(expected).toISOString());
});

test.each<[string, DateOrder]>([
  ['2023-02-29', 'yearFirst'],
  ['2024-13-01', 'yearFirst'],
  ['2024-00-10', 'yearFirst'],
  ['20240101', 'yearFirst'],
  ['2024', 'yearFirst'],
  ['2024-01-01T25:00', 'yearFirst'],
  ['31.04.2024', 'dayFirst'],
  ['1/2-2024', 'dayFirst'],
  ['13/13/2024', 'monthFirst'],
  ['12/31/1999 13:05 PM', 'monthFirst'],
  ['31 Foo 1999', 'monthName'],
  ['hello', 'monthName'],
])('refuses %j as %s', (word, order) => {
  expect(parseDate(word, order)).toBeNaN();
});

test('reads back every instant that JavaScript writes', () => {
  const range = { min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(parseDate(date.toISOString(), 'yearFirst')).toBe(date.getTime());
    }),
  );
});
