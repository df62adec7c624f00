import { isRecord } from '../path.ts';
import type { Refused } from './Refused.ts';

/** Fields that pass their test; the start's where there is none or a wrong one. A part of an object (`{ x: 1 }` of a pair) is laid upon the start's. */
export function checkFields<Fields extends object>(
  path: string,
  from: unknown,
  start: Fields,
  refused: Refused,
  tests: { readonly [Key in keyof Fields]: (value: unknown) => boolean },
): Fields {
  if (!isRecord(from)) return refused.keep(path, from, start);
  const checked = { ...start } as Record<string, unknown>;
  for (const [key, value] of Object.entries(from)) {
    const test = Object.hasOwn(tests, key) ? tests[key as keyof Fields] : undefined;
    const whole = isRecord(value) && isRecord(checked[key]) ? { ...checked[key], ...value } : value;
    if (test?.(whole)) checked[key] = whole;
    else refused.add(`${path}.${key}`);
  }
  return checked as Fields;
}
