import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMA, DOT, parseNumber } from './parseNumber.ts';

function parse(text: string, decimal = DOT): number {
  const bytes = new TextEncoder().encode(`;${text};`);
  return parseNumber(bytes, 1, bytes.length - 1, decimal);
}

test.each([
  ['0', 0],
  ['-0', -0],
  ['+12', 12],
  [' 3.25 ', 3.25],
  ['.5', 0.5],
  ['5.', 5],
  ['-1.5e-3', -0.0015],
  ['1E5', 100000],
  ['007', 7],
  ['9007199254740993', 9007199254740992],
  ['0.1000000000000000055511151231257827', 0.1],
  ['2.2250738585072011e-308', 2.225073858507201e-308],
  ['4.9e-324', 5e-324],
  ['1e-400', 0],
  ['1e999', Infinity],
  ['-1e999', -Infinity],
  ['000000000000000000000000000000.5', 0.5],
  ['123456789012345678901234567890', 123456789012345680000000000000],
])('reads %j', (text, value) => {
  expect(parse(text)).toBe(value);
});

test.each([
  '',
  ' ',
  '.',
  '+',
  '-',
  'e5',
  '1e',
  '1e+',
  '1.2.3',
  '1,2',
  '0x10',
  '1_000',
  'Infinity',
  'NaN',
  '--1',
  '1 2',
  '1e5.5',
  '+.e3',
])('refuses %j', (text) => expect(parse(text)).toBeNaN());

test('takes a decimal comma where it is told so, and then no dot', () => {
  expect(parse('1,5', COMMA)).toBe(1.5);
  expect(parse('-0,1234567890123456789', COMMA)).toBe(-0.12345678901234568);
  expect(parse('1.5', COMMA)).toBeNaN();
});

test('rounds every spelling of a number as Number does', () => {
  const spelling = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      fc.stringMatching(/^\d{1,25}$/),
      fc.option(fc.stringMatching(/^\d{1,25}$/)),
      fc.option(fc.integer({ min: -340, max: 340 })),
    )
    .map(
      ([sign, whole, fraction, exponent]) =>
        `${sign}${whole}${fraction ? `.${fraction}` : ''}${exponent === null ? '' : `e${exponent}`}`,
    );
  fc.assert(
    fc.property(spelling, (text) => {
      expect(parse(text)).toBe(Number(text));
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parse(String(value))).toBe(Number(String(value)));
    }),
    { numRuns: 2000 },
  );
});

test('agrees with Number on what is no number at all', () => {
  const scrap = fc.string({
    unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e', 'E', ' '),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(scrap, (text) => {
      expect(parse(text)).toBe(text.trim() === '' ? NaN : Number(text));
    }),
    { numRuns: 3000 },
  );
});
