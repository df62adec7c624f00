import { shellWord } from '../format/shellWord.ts';
import { flagName, type Definition } from './define.ts';

/** A command as a person could type it again, from what it was given; options in `without` are left out. */
export function commandLine(
  { name, arguments: words, options }: Definition,
  values: Readonly<Record<string, unknown>>,
  without: ReadonlySet<string>,
): string {
  const own = Object.keys(words).map((word) => values[word]);
  const given = Object.keys(options).flatMap((option) =>
    without.has(option) ? [] : optionWords(`--${flagName(option)}`, values[option]),
  );
  const texts = [...own, ...given]
    .filter((word) => word !== undefined)
    .map((word) => shellWord(String(word)));
  return ['neumann', name, ...texts].join(' ');
}

function optionWords(flag: string, value: unknown): unknown[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [flag];
  const each: readonly unknown[] = Array.isArray(value) ? value : [value];
  return each.flatMap((own) => [flag, own]);
}
