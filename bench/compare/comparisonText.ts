import type { Machine } from '../harness/machine.ts';
import { round, spread } from '../harness/markdown.ts';
import type { Line } from './lines.ts';
import { verdict } from './verdict.ts';

interface Comparison {
  readonly machine: Machine;
  readonly before: string;
  readonly now: string;
  readonly lines: readonly Line[];
}

export function comparisonText({ machine, before, now, lines }: Comparison): string {
  const counts = (name: string) =>
    lines.filter(({ ratio, nothing }) => verdict(ratio, nothing) === name).length;
  return [
    `# ${now}, beside ${before}`,
    '',
    `${machine.processor}, ${machine.cores} cores; load ${machine.load} at the end.`,
    '',
    `${counts('worse')} worse, ${counts('better')} better, ${counts('same')} with no difference that was resolved: within the quartiles, 2 % of time, 10 % of memory or 0.5 % of size.`,
    '',
    '| | before | now | now / before | |',
    '|---|---:|---:|---:|---|',
    ...lines.map(lineText),
    '',
  ].join('\n');
}

function lineText({ what, before, now, ratio, nothing }: Line): string {
  const said = typeof ratio === 'number' ? round(ratio) : spread(ratio);
  const found = verdict(ratio, nothing);
  return `| ${what} | ${before} | ${now} | ${said} | ${found === 'worse' ? '**worse**' : found} |`;
}
