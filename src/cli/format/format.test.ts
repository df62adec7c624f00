import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from './csv.ts';
import { durationText } from './duration.ts';
import { parseJson } from './json.ts';
import { counted, grouped, metricText, scoreText } from './score.ts';
import { shellWord } from './shellWord.ts';
import { sparkline } from './sparkline.ts';
import { textTable } from './textTable.ts';
import { bullet, wrap } from './wrap.ts';

test.each([
  [0, '0'],
  [0.96666, '0.967'],
  [-0.5, '-0.500'],
  [1, '1.000'],
  [12.345, '12.35'],
  [123.456, '123.5'],
  [12345.6, '12,346'],
  [0.00123, '0.0012'],
  [0.000123, '0.00012'],
  [1.5e-7, '1.5e-7'],
  [2.5e12, '2.5e+12'],
  [NaN, ''],
  [undefined, ''],
])('the score %d reads %s', (value, text) => {
  expect(scoreText(value)).toBe(text);
});

test('metrics without a unit have three digits behind the point, the others what they need', () => {
  expect(['accuracy', 'logLoss', 'rmse'].map((name) => metricText(name, 0.00023))).toEqual([
    '0.000',
    '0.000',
    '0.00023',
  ]);
  expect([metricText('r2', -0.0001), metricText('r2', -0.5)]).toEqual(['0.000', '-0.500']);
});

test('counts', () => {
  expect([grouped(1234567), counted(1, 'row'), counted(1200, 'row')]).toEqual([
    '1,234,567',
    '1 row',
    '1,200 rows',
  ]);
});

test.each([
  [0.31, '0.3 s'],
  [9.7, '10 s'],
  [59.4, '59 s'],
  [125, '2:05 min'],
  [3 * 3600 + 20 * 60, '3:20 h'],
])('%d seconds read %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

describe('sparkline', () => {
  test('goes from the greatest to the least', () => {
    expect(sparkline([8, 4, 2, 1], 4)).toBe('█▆▃▁');
    expect(sparkline([-1, 0, 1], 3)).toBe('▁▅█');
  });
  test('means stretches where there is little room', () => {
    expect(sparkline([9, 9, 1, 1], 2)).toBe('█▁');
  });
  test('has at most so many bars, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { maxLength: 50 }),
        fc.integer({ min: 0, max: 30 }),
        (values, width) => {
          expect(sparkline(values, width)).toMatch(/^[▁-█]*$/);
          expect(sparkline(values, width).length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
  test('of nothing is nothing', () => {
    expect([sparkline([], 5), sparkline([NaN, Infinity], 5), sparkline([3, 3], 5)]).toEqual(['', '', '▁▁']);
  });
});

test('a table keeps the columns that fit, at least two', () => {
  const rows = [
    ['', 'first', 'second'],
    ['name', '1.5', '\u001b[1m22\u001b[22m'],
  ];
  expect(textTable(rows, 80)).toEqual(['        first  second', '  name    1.5      \u001b[1m22\u001b[22m']);
  expect(textTable(rows, 20)).toEqual(['        first', '  name    1.5']);
  expect(textTable(rows, 3)).toEqual(['        first', '  name    1.5']);
});

test('wrapping loses no word', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (given, width) => {
      const lines = wrap(given.join(' '), width);
      expect(lines.join(' ')).toBe(given.join(' '));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }),
  );
  expect(bullet('!', 'one two three four five', 24)).toBe('  ! one two three four\n    five');
});

test('cells of CSV that would be misread stand in quotes', () => {
  expect(csvRow(['a', 'b,c', 'say "hi"', 'two\nlines', ' edge', ''])).toBe(
    'a,"b,c","say ""hi""","two\nlines"," edge",\n',
  );
});

test('words of a command line are quoted where they need it', () => {
  expect(['runs/a-1', 'two words', "it's", '$HOME', ''].map(shellWord)).toEqual([
    'runs/a-1',
    "'two words'",
    "'it'\\''s'",
    "'$HOME'",
    "''",
  ]);
});

test('JSON that is none says where it breaks off', () => {
  expect(parseJson('\ufeff{"a":1}', 'x.json')).toEqual({ a: 1 });
  expect(() => parseJson('{\n"a":1,\n}', 'x.json')).toThrow('x.json, line 3: this is no valid JSON (');
  expect(() => parseJson('', 'x.json')).toThrow(
    'x.json: this is no valid JSON (Unexpected end of JSON input)',
  );
});
