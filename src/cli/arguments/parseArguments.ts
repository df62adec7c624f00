import { parseArgs } from 'node:util';
import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import { flagName, type Definition, type Option } from './define.ts';

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Splits a command line into words and options by Node's own parser, and refuses whatever the command does not know. */
export function parseArguments(definition: Definition, argv: readonly string[]): Record<string, unknown> {
  const options = Object.entries(definition.options);
  const names = new Map(options.map(([name]) => [flagName(name), name]));
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options.map(([name, option]) => [flagName(name), parserOption(option)])),
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = tokens.filter((token) => token.kind === 'option');
  const unknown = given.find(({ name, rawName }) => !names.has(name) || !rawName.startsWith('--'));
  if (unknown) throw unknownOption(definition, unknown, [...names.keys()]);
  const values = options.map(([name, option]) => {
    const own = given.filter((token) => token.name === flagName(name));
    return [name, optionValue(definition, flagName(name), option, own)] as const;
  });
  return { ...readWords(definition, words), ...Object.fromEntries(values) };
}

const parserOption = ({ kind }: Option) =>
  ({ type: kind === 'flag' ? 'boolean' : 'string', multiple: true }) as const;

/** Refuses a command line: exit code 2, and where to read how it is meant. */
export function usageError(command: string, text: string): NeumannError {
  return new NeumannError('usage', `${text} See: neumann ${command} --help`, { exitCode: 2 });
}

function unknownOption({ name }: Definition, token: OptionToken, names: readonly string[]): NeumannError {
  const nearest = didYouMean(token.name, [...names, 'help']);
  const hint = nearest ? ` Did you mean --${nearest}?` : '';
  return usageError(name, `${token.rawName} is no option of neumann ${name}.${hint}`);
}

function readWords({ name, arguments: wanted }: Definition, words: readonly string[]) {
  const names = Object.keys(wanted);
  const surplus = words[names.length];
  if (surplus !== undefined) {
    throw usageError(
      name,
      `There is an argument too many, '${surplus}'; put one with spaces between quotes.`,
    );
  }
  const missing = names.find((each, index) => !wanted[each].optional && words[index] === undefined);
  if (missing !== undefined) throw usageError(name, `${missing.toUpperCase()} is missing.`);
  return Object.fromEntries(names.map((each, index) => [each, words[index]]));
}

function optionValue(
  { name }: Definition,
  flag: string,
  option: Option,
  given: readonly OptionToken[],
): unknown {
  if (option.kind === 'flag') {
    if (given.some(({ value }) => value !== undefined))
      throw usageError(name, `--${flag} takes no value; write it alone.`);
    return given.length > 0;
  }
  const texts = given.map((token) => textOf(name, flag, option.value, token));
  if (option.kind === 'texts') return texts;
  if (texts.length > 1) throw usageError(name, `--${flag} is given ${texts.length} times; give it once.`);
  const [text] = texts;
  if (text === undefined) return undefined;
  if (option.choices && !option.choices.includes(text))
    throw usageError(name, `--${flag} is '${text}'; it must be ${option.choices.join(' or ')}.`);
  return option.kind === 'text' ? text : numberOf(name, flag, option.kind, text);
}

/** `--target --json` has forgotten a value; `--target=--json` means it. */
function textOf(command: string, flag: string, value: string, token: OptionToken): string {
  const forgotten = token.value === undefined || (!token.inlineValue && token.value.startsWith('--'));
  if (forgotten) throw usageError(command, `--${flag} needs a value: --${flag} ${value}.`);
  return token.value!;
}

function numberOf(command: string, flag: string, kind: 'number' | 'integer', text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  const fits = kind === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (fits) return value;
  throw usageError(
    command,
    `--${flag} is '${text}'; it must be a ${kind === 'integer' ? 'whole number' : 'number'}.`,
  );
}
