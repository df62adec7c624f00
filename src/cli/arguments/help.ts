import type { Colors } from '../effects/colors.ts';
import { wrap } from '../format/wrap.ts';
import { flagName, type Definition, type Option } from './define.ts';

/** How a command is used, fitted to a width. */
export function help(command: Definition, colors: Colors, width: number): string {
  const words = Object.entries(command.arguments).map(([name, { summary }]) => [name.toUpperCase(), summary]);
  const options = Object.entries(command.options).map(([name, option]) => [
    optionText(name, option),
    option.summary,
  ]);
  const rows = [...words, ...options, ['--help', 'this text']];
  const left = Math.max(...rows.map(([term]) => term.length));
  const list = (own: readonly string[][]) => own.map((row) => line(row, left, colors, width));
  return [
    `${colors.bold('Usage')}  ${usage(command)}`,
    '',
    ...wrap(command.summary, width),
    ...(words.length > 0 ? ['', ...list(words)] : []),
    '',
    ...list(rows.slice(words.length)),
    '',
    colors.bold('Examples'),
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function usage({ name, arguments: words, options }: Definition): string {
  const own = Object.entries(words).map(([word, { optional }]) =>
    optional ? `[${word.toUpperCase()}]` : word.toUpperCase(),
  );
  return ['neumann', name, ...own, ...(Object.keys(options).length > 0 ? ['[options]'] : [])].join(' ');
}

function optionText(name: string, option: Option): string {
  return option.kind === 'flag' ? `--${flagName(name)}` : `--${flagName(name)} ${option.value}`;
}

/** A term and what it means; below each other where there is little room. */
function line([term, summary]: readonly string[], left: number, colors: Colors, width: number): string {
  const start = left + 4;
  const narrow = width - start < 24;
  const lines = wrap(summary, narrow ? width - 6 : width - start);
  const indent = ' '.repeat(narrow ? 6 : start);
  const first = narrow
    ? `  ${colors.cyan(term)}\n${indent}${lines[0]}`
    : `  ${colors.cyan(term)}${' '.repeat(start - 2 - term.length)}${lines[0]}`;
  return [first, ...lines.slice(1).map((text) => indent + text)].join('\n');
}
