import { describe, expect, test } from 'vitest';
import { commandLine } from './commandLine.ts';
import { defineCommand } from './define.ts';
import { help } from './help.ts';
import { parseArguments } from './parseArguments.ts';
import picocolors from 'picocolors';

const command = defineCommand({
  name: 'stir',
  summary: 'Stirs what is in a pot, slowly or fast, until it is said to be enough.',
  arguments: { pot: { summary: 'what is stirred' }, spoon: { summary: 'with what', optional: true } },
  options: {
    add: { kind: 'texts', value: 'HERB', summary: 'what goes in' },
    minutes: { kind: 'number', value: 'NUMBER', summary: 'how long' },
    turns: { kind: 'integer', value: 'NUMBER', summary: 'how often' },
    handSide: { kind: 'text', value: 'SIDE', summary: 'left or right', choices: ['left', 'right'] },
    slow: { kind: 'flag', summary: 'with care' },
  },
  examples: ['neumann stir soup'],
  run: async () => {},
});
const parse = (...argv: string[]) => parseArguments(command, argv);

test('words and options, in any order', () => {
  const argv = [
    '--add',
    'salt',
    'soup',
    '--slow',
    '--add=bay leaf',
    '--minutes',
    '2.5',
    '--hand-side',
    'left',
  ];
  expect(parse(...argv, 'ladle', '--turns=-3')).toEqual({
    pot: 'soup',
    spoon: 'ladle',
    add: ['salt', 'bay leaf'],
    minutes: 2.5,
    turns: -3,
    handSide: 'left',
    slow: true,
  });
});

test('what is left out', () => {
  expect(parse('soup')).toEqual({ pot: 'soup', add: [], slow: false });
});

test('what begins with dashes, after = or --', () => {
  expect(parse('--add=--salt', '--', '--soup')).toMatchObject({ pot: '--soup', add: ['--salt'] });
});

describe('refused, with exit code 2 and where to read more', () => {
  test.each<[string[], string]>([
    [[], 'POT is missing.'],
    [['a', 'b', 'c'], "There is an argument too many, 'c'"],
    [['a', '--slwo'], '--slwo is no option of neumann stir. Did you mean --slow?'],
    [['a', '--hlep'], 'Did you mean --help?'],
    [['a', '--xyzzy'], '--xyzzy is no option of neumann stir. See'],
    [['a', '-s'], '-s is no option of neumann stir.'],
    [['a', '--no-slow'], '--no-slow is no option'],
    [['a', '--handSide', 'left'], 'Did you mean --hand-side?'],
    [['a', '--slow=yes'], '--slow takes no value'],
    [['a', '--add'], '--add needs a value: --add HERB.'],
    [['a', '--add', '--slow'], '--add needs a value'],
    [['a', '--minutes', 'two'], "--minutes is 'two'; it must be a number."],
    [['a', '--minutes='], "--minutes is ''; it must be a number."],
    [['a', '--turns', '2.5'], "--turns is '2.5'; it must be a whole number."],
    [['a', '--turns', '1', '--turns', '2'], '--turns is given 2 times'],
    [['a', '--hand-side', 'up'], "--hand-side is 'up'; it must be left or right."],
  ])('%j', (argv, sentence) => {
    expect(() => parse(...argv)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) as string }),
    );
    expect(() => parse(...argv)).toThrow(/See: neumann stir --help$/);
  });
});

test('a command line can be typed again', () => {
  const argv = ["it's hot", '--add', 'bay leaf', '--add', 'salt', '--minutes', '2', '--slow'];
  expect(commandLine(command, parse(...argv), new Set(['slow']))).toBe(
    "neumann stir 'it'\\''s hot' --add 'bay leaf' --add salt --minutes 2",
  );
});

test.each([30, 60, 100])('its help fits %i characters', (width) => {
  const text = help(command, picocolors.createColors(false), width);
  const paragraphs = text.split('\n').filter((line) => !line.includes('neumann stir'));
  expect(Math.max(...paragraphs.map((line) => line.length))).toBeLessThanOrEqual(width);
  for (const word of ['POT', 'SPOON', '--hand-side SIDE', '--help', 'neumann stir soup'])
    expect(text).toContain(word);
});
