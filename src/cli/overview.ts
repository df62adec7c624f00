import { commands } from './commands/index.ts';
import type { Colors } from './effects/colors.ts';

/** What `neumann` alone says. */
export function overview(colors: Colors): string {
  const entries = Object.entries(commands);
  const left = Math.max(...entries.map(([name]) => name.length));
  return [
    `${colors.bold('neumann')}  from a table to a network that generalises`,
    '',
    ...entries.map(([name, { summary }]) => `  ${colors.cyan(name.padEnd(left))}  ${summary}`),
    '',
    colors.bold('Begin with'),
    '  neumann describe TABLE',
    '  neumann train TABLE --target COLUMN',
    '',
    'neumann COMMAND --help says more of each.',
    '',
  ].join('\n');
}
