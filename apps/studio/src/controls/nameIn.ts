import { isRecord } from '../state/path.ts';

/** Which thing a value chooses: by its name alone, or with options; undefined where it chooses none. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const name = isRecord(value) ? value['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}
