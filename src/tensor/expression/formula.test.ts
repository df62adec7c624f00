import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../testing/tensor/evaluate.ts';
import { createReferenceExecutor, gradients, sum, type Tensor } from '../index.ts';
import { sampleInput } from '../ops/samples.ts';
import { formula } from './formula.ts';
import { formulaFunctions } from './formulaFunctions.ts';
import { type Formula, parseFormula } from './parseFormula.ts';

const values = { x: 1.75, y: -0.5, größe: 3 };

function valueOf(text: string, names: Readonly<Record<string, number>> = values): number {
  const inputs = Object.values(names).map((value) => sampleInput([value], []));
  const build = (...tensors: Tensor[]): Tensor[] => {
    return [formula(text, Object.fromEntries(Object.keys(names).map((name, i) => [name, tensors[i]])))];
  };
  return evaluate(createReferenceExecutor(), inputs, build)[0][0];
}

describe('formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 - 4 - 2', 2],
    ['8 / 4 / 2', 1],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['(-2) ^ 2', 4],
    ['2 ^ -1', 0.5],
    ['2 * -3 ^ 2', -18],
    ['- - 3', 3],
    ['+3 - +2', 1],
    ['1 < 2', 1],
    ['1 + 1 == 2', 1],
    ['2 != 2', 0],
    ['x >= 1.75 ? 10 : 20', 10],
    ['y > 0 ? 1 : x > 0 ? 2 : 3', 2],
    ['(x > 0 ? 1 : 2) + 5', 6],
    ['x < 0 ? 1 : 2 + 5', 7],
    ['.5e1 + 1.', 6],
    ['x*y', -0.875],
    ['x^2 + x^3 + x^1 + 1/x^-1 + x^0.5 - sqrt(x)', 1.75 ** 2 + 1.75 ** 3 + 1.75 + 1.75],
    ['max(x, y) + min(x, y) - abs(y)', 0.75],
    ['clip(größe, 0, 2)', 2],
    ['cos(pi) + log(e)', 0],
  ])('%s = %d', (text, expected) => expect(valueOf(text)).toBeCloseTo(expected, 14));

  it('prefers a given name to a constant', () => expect(valueOf('e + 1', { e: 41 })).toBe(42));

  it('puts the numbers of a formula together', () => {
    const { inputs } = formula('2/4 * x', { x: formula('1', {}) });
    expect(inputs[0].attributes.value).toBe(0.5);
  });

  it('can be differentiated', () => {
    const build = (x: Tensor): Tensor[] => gradients(sum(formula('x^3 + 2*x', { x })), [x]);
    expect(evaluate(createReferenceExecutor(), [sampleInput([0, 2])], build)[0]).toEqual(
      Float64Array.of(2, 14),
    );
  });

  it.each([
    ['', "at character 1, expected a number, a name or '(', found the end"],
    ['x +', "at character 4, expected a number, a name or '(', found the end"],
    ['x * / y', "at character 5, expected a number, a name or '(', found '/'"],
    ['(x', "at character 3, expected ')', found the end"],
    ['x y', "at character 3, expected an operator or the end, found 'y'"],
    ['2x', "at character 2, expected an operator or the end, found 'x'"],
    ['x ? y', "at character 6, expected ':', found the end"],
    ['0 < x < 1', 'at character 7, comparisons do not chain'],
    ['x = y', "at character 3, '=' has no meaning in a formula; to compare, write '=='"],
    ['x; y', "at character 2, ';' has no meaning"],
    ['exp(x, y)', "at character 1, 'exp' takes 1 value, not 2"],
    ['exp()', "at character 5, expected a number, a name or '('"],
    ['1 + Größen', "at character 5, there is no name 'Größen'; did you mean 'größe'?"],
    ['zzzz', "there is no name 'zzzz'; there are x, y, größe, pi, e"],
    ['sigmoyd(x)', "there is no function 'sigmoyd'; did you mean 'sigmoid'?"],
    ['constructor', "there is no name 'constructor'"],
    ['toString(x)', "there is no function 'toString'"],
    ['x(1)', "there is no function 'x'"],
  ])('refuses %s', (text, message) => {
    expect(() => valueOf(text)).toThrow(message);
    expect(() => valueOf(text)).toThrow(expect.objectContaining({ code: 'formula' }) as Error);
  });
});

it.each(['(', '-', '1^', 'x?', 'exp('])(
  'formulas of nothing but %s are too long or cut short, never too deep',
  (piece) => {
    for (const length of [100, 1000 / piece.length, 100_000])
      expect(() => valueOf(piece.repeat(length))).toThrow(
        expect.objectContaining({ code: 'formula' }) as Error,
      );
  },
);

type Tree = { name: string; inputs: Tree[] } | string | number;

const binarySymbols = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  power: '^',
  less: '<',
  greaterEqual: '>=',
  equal: '==',
};
const meaning: Readonly<Record<string, (...x: number[]) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  less: (a, b) => Number(a < b),
  greaterEqual: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  negate: (a) => -a,
  select: (condition, a, b) => (condition !== 0 ? a : b),
  floor: Math.floor,
  maximum: Math.max,
};

const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const call = (names: string[], inputs: number) =>
    fc.record({
      name: fc.constantFrom(...names),
      inputs: fc.array(tie('tree'), { minLength: inputs, maxLength: inputs }),
    });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('x', 'y', 'größe'),
      fc.constantFrom(0, 0.5, 2, 3, 1e-3, 250),
      call(Object.keys(binarySymbols), 2),
      call(['negate', 'floor'], 1),
      call(['maximum'], 2),
      call(['select'], 3),
    ),
  };
});

/** With a parenthesis around every operation. */
function print(node: Tree, gap: string): string {
  if (typeof node !== 'object') return String(node);
  const inputs = node.inputs.map((input) => print(input, gap));
  if (Object.hasOwn(binarySymbols, node.name))
    return `(${inputs.join(gap + binarySymbols[node.name as 'add'] + gap)})`;
  if (node.name === 'negate') return `(-${gap}${inputs[0]})`;
  if (node.name === 'select') return `(${inputs[0]}${gap}?${gap}${inputs[1]}${gap}:${gap}${inputs[2]})`;
  return `${node.name}${gap}(${inputs.join(`${gap},${gap}`)})`;
}

function toTree(node: Formula): Tree {
  if (node.kind === 'number') return node.value;
  return node.kind === 'name' ? node.name : { name: node.name, inputs: node.inputs.map(toTree) };
}

function compute(node: Tree): number {
  if (typeof node === 'number') return node;
  return typeof node === 'string' ? values[node as 'x'] : meaning[node.name](...node.inputs.map(compute));
}

describe('formulas at random', () => {
  it('are read as they were meant', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', ' ', '\n\t'), (meant, gap) => {
        expect(toTree(parseFormula(print(meant, gap)))).toEqual(meant);
      }),
    );
  });

  it('compute what they mean', () => {
    fc.assert(
      fc.property(tree, (meant) => {
        const expected = compute(meant);
        const actual = valueOf(print(meant, ' '));
        if (Number.isFinite(expected))
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
        else expect(actual).toBe(expected);
      }),
    );
  });

  it('end in a tree or in a sentence, whatever is written', () => {
    const pieces = fc.constantFrom(
      'x',
      '1',
      '.',
      '+',
      '-',
      '^',
      '(',
      ')',
      '?',
      ':',
      '<',
      '=',
      ',',
      'exp',
      ' ',
      'é',
      '😀',
      'e5',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        try {
          parseFormula(parts.join(''));
        } catch (error) {
          expect(error).toMatchObject({ code: 'formula' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('every function takes as many values as it says', () => {
  for (const [name, { inputs }] of formulaFunctions) {
    const text = `${name}(${Array.from({ length: inputs }, () => 'x').join()})`;
    expect(Number.isNaN(valueOf(text, { x: 0.5 })), text).toBe(false);
  }
});
