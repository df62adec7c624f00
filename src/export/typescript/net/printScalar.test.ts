import { expect, it } from 'vitest';
import { formula } from '../../../tensor/index.ts';
import { scalarOf } from '../../network/scalar.ts';
import { createSource } from '../code/source.ts';
import { printScalar } from './printScalar.ts';

const print = (text: string, isDouble = true): string =>
  printScalar(
    createSource(isDouble),
    scalarOf((x) => formula(text, { x }))!,
  ).trim();

it.each([
  ['x + (x + 1)', 'return x + (x + 1);'],
  ['(x + x) + 1', 'return x + x + 1;'],
  ['x - (x - 1) * 2', 'return x - (x - 1) * 2;'],
  ['x / (2 / x) / -x', 'return x / (2 / x) / -x;'],
  ['-(-x)', 'return -(-x);'],
  ['(-x)^3.5', 'return Math.pow(-x, 3.5);'],
  ['x < 0 ? -1 : x > 2 ? 2 : x', 'return x < 0 ? -1 : 2 < x ? 2 : x;'],
  ['(x < 1) * x', 'return (x < 1 ? 1 : 0) * x;'],
  ['x < 1', 'return x < 1 ? 1 : 0;'],
  ['(x ? 1 : x) + max(x, x < 2)', 'return (x !== 0 ? 1 : x) + Math.max(x, x < 2 ? 1 : 0);'],
  ['square(exp(x))', 'const x1 = Math.exp(x);\n  return x1 * x1;'],
])('%s', (text, code) => {
  expect(print(text)).toBe(code);
});

it('rounds every operation but the last in float32, and numbers too', () => {
  expect(print('exp(0.1 * x) + 1 - max(x, 0)', false)).toBe(
    'return round(round(Math.exp(round(0.10000000149011612 * x))) + 1) - Math.max(x, 0);',
  );
});
