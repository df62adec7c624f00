import { NeumannError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import type { Command } from './arguments/define.ts';
import { commands } from './commands/index.ts';
import type { Effects } from './effects/effects.ts';
import { nodeEffects } from './effects/nodeEffects.ts';
import { failureText } from './failure.ts';

/** The command line: runs what it says and gives the exit code. Never throws. */
export async function main(argv: readonly string[], effects: Effects = nodeEffects()): Promise<number> {
  try {
    const code = await dispatch(argv, effects);
    await effects.stdout.flush();
    await effects.stderr.flush();
    return code;
  } catch (error) {
    effects.stderr.write(failureText(error, effects.environment));
    await effects.stderr.flush().catch(() => {});
    return error instanceof NeumannError ? error.exitCode : 1;
  }
}

async function dispatch([first, ...rest]: readonly string[], effects: Effects): Promise<number> {
  if (first === '--version' || first === '-v') return showVersion(effects);
  const asksHelp = rest.includes('--help') || rest.includes('-h');
  if (first === undefined || first === '--help' || first === '-h') return showOverview(effects);
  if (first === 'help')
    return rest.length > 0 ? showHelp(await find(rest[0]), effects) : showOverview(effects);
  const command = await find(first);
  if (asksHelp) return showHelp(command, effects);
  const { parseArguments } = await import('./arguments/parseArguments.ts');
  return (await command.run(parseArguments(command, rest), effects)) ?? 0;
}

async function find(name: string): Promise<Command> {
  if (Object.hasOwn(commands, name)) return commands[name].load();
  const nearest = didYouMean(name, Object.keys(commands));
  const isTable = /\.(csv|tsv|txt|jsonl?|ndjson|parquet)(\.gz)?$/i.test(name);
  const hint = nearest
    ? `Did you mean neumann ${nearest}?`
    : isTable
      ? `To train on it: neumann train ${name} --target COLUMN`
      : `There are ${Object.keys(commands).join(', ')}.`;
  throw new NeumannError('usage', `'${name}' is no command. ${hint}`, { exitCode: 2 });
}

async function showVersion({ stdout }: Effects): Promise<number> {
  const { version } = await import('./version.ts');
  stdout.write(`${version()}\n`);
  return 0;
}

async function showOverview(effects: Effects): Promise<number> {
  const { overview } = await import('./overview.ts');
  const { colorsFor } = await import('./effects/colors.ts');
  effects.stdout.write(overview(colorsFor(effects.stdout, effects)));
  return 0;
}

async function showHelp(command: Command, effects: Effects): Promise<number> {
  const { help } = await import('./arguments/help.ts');
  const { colorsFor } = await import('./effects/colors.ts');
  const width = Math.min(effects.stdout.columns, 100);
  effects.stdout.write(help(command, colorsFor(effects.stdout, effects), width));
  return 0;
}
