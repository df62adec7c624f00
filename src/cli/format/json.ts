import { NeumannError } from '../../errors.ts';

/** JSON of a file that a person may have touched: a NeumannError says where it breaks off. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const at = /position (\d+)/.exec(String(cause))?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
    const where = line === undefined ? '' : `, line ${line}`;
    throw new NeumannError('json', `${path}${where}: this is no valid JSON; correct it.`, { cause });
  }
}

/** As files and `--json` show it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
