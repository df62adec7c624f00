import { shellWord } from '../format/shellWord.ts';
import { flagName, type Definition } from './define.ts';

/** A command as a person could type it again, from what it was given; options in `without` are left out. */
export function commandLine(
  { name, arguments: words, options }: Definition,
  values: Readonly<Record<string, unknown>>,
  without: ReadonlySet<string>,
): string {
  const own = Object.keys(words).flatMap((word) => textsOf(values[word]));
  const given = Object.keys(options)
    .filter((option) => !without.has(option))
    .flatMap((option) => optionWords(`--${flagName(option)}`, values[option]));
  return ['neumann', name, ...[...own, ...given].map(shellWord)].join(' ');
}

const optionWords = (flag: string, value: unknown): string[] =>
  value === true ? [flag] : textsOf(value).flatMap((text) => [flag, text]);

/** One text, or several; none where nothing was given. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}
