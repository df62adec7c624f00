/** A place in a scenario, such as `recipe.optimizer.learningRate` or `recipe.losses.0.weight`, taken apart. */
export type Path = readonly string[];

export const pathOf = (text: string): Path => text.split('.');

/** What stands at a path; undefined where nothing does. */
export function readPath(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return readPath((value as Readonly<Record<string, unknown>>)[key], rest);
}

/**
 * The same with another value at the path: what lies beside it is kept as it is, what is missing on the way is made. Undefined takes a
 * field away. In a list the number after the last makes it longer; no other one does.
 */
export function writePath(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const list = Array.isArray(value) ? value : value === undefined && /^\d+$/.test(key) ? [] : null;
  if (list) return writeItem(list, Number(key), rest, put);
  const fields = isRecord(value) ? value : {};
  const own = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const written = writePath(own, rest, put);
  if (written === own) return value ?? fields;
  const { [key]: _, ...others } = fields;
  return written === undefined ? others : { ...fields, [key]: written };
}

function writeItem(list: readonly unknown[], index: number, rest: Path, put: unknown): readonly unknown[] {
  if (!Number.isInteger(index) || index < 0 || index > list.length) return list;
  const written = writePath(list[index], rest, put);
  if (written === list[index]) return list;
  return written === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, written);
}

/** Whether a path is another one or lies below it. */
export const isWithin = (path: string, other: string): boolean =>
  path === other || path.startsWith(`${other}.`);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
