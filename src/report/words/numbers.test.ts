import { expect, it } from 'vitest';
import { clipped } from './clipped.ts';
import {
  counted,
  duration,
  exponential,
  fixed,
  grouped,
  listed,
  percent,
  readable,
  score,
} from './numbers.ts';
import { metricText } from './metricText.ts';

it('groups thousands', () => {
  expect(grouped(1234567)).toBe('1,234,567');
  expect(grouped(-1234.5)).toBe('−1,234.5');
  expect(grouped(12)).toBe('12');
  expect(fixed(1234.5, 2)).toBe('1,234.50');
});

it('reads measured numbers in the digits that count', () => {
  expect([0, 1.92245, 12345.6, 0.00123456, 1e-7, -3.5].map((value) => readable(value))).toEqual([
    '0',
    '1.922',
    '12,346',
    '0.001235',
    '1e−7',
    '−3.5',
  ]);
  expect(readable(1.92245, 3)).toBe('1.92');
  expect(readable(NaN)).toBe('–');
});

it('sets scores in three places, never as minus zero', () => {
  expect([0.97101, 1, -0.00004, -0.25, 1234.5].map(score)).toEqual([
    '0.971',
    '1.000',
    '0.000',
    '−0.250',
    '1,235',
  ]);
});

it('sets metrics by what they are', () => {
  expect(metricText('rmse', 1234.56)).toBe('1,235');
  expect(metricText('logLoss', 0.00002)).toBe('2e−5');
  expect(metricText('accuracy', 0.5)).toBe('0.500');
  expect(metricText('auc', undefined)).toBe('–');
});

it('writes shares, times, counts, powers and lists', () => {
  expect([0.43478, 0.004, 0.997, 1, 0].map(percent)).toEqual([
    '43\u2009%',
    '0.4\u2009%',
    '99.7\u2009%',
    '100\u2009%',
    '0\u2009%',
  ]);
  expect([0.12, 6.4, 45, 125, 3700].map(duration)).toEqual([
    '0.1\u2009s',
    '6\u2009s',
    '45\u2009s',
    '2:05\u2009min',
    '1:01\u2009h',
  ]);
  expect([counted(1, 'row'), counted(2000, 'row'), counted(2, 'class', 'classes')]).toEqual([
    '1 row',
    '2,000 rows',
    '2 classes',
  ]);
  expect(exponential(-0.000123, 1)).toBe('−1.2e−4');
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('clips by what a reader sees as signs', () => {
  expect(clipped('abcdef', 6)).toBe('abcdef');
  expect(clipped('abcdefg', 6)).toBe('abcde…');
  expect(clipped('a\n b', 6)).toBe('a b');
  expect(clipped('👩‍🔬👩‍🔬👩‍🔬', 2)).toBe('👩‍🔬…');
  expect(clipped('👩‍🔬👩‍🔬👩‍🔬', 3)).toBe('👩‍🔬👩‍🔬👩‍🔬');
});
