import { NeumannError } from '../../errors.ts';

/** JSON of a file that a person may have touched: a NeumannError says where it breaks off. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const line = /line \d+/.exec(message)?.[0];
    const reason = message.replace(/,? (in JSON )?(at position|"|\.\.\.).*/s, '');
    const text = `${path}${line ? `, ${line}` : ''}: this is no valid JSON (${reason}); correct it.`;
    throw new NeumannError('json', text, { cause });
  }
}

/** As files and `--json` show it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
