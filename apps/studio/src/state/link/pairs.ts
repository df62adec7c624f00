import { isRecord } from '../path.ts';

/** A place and the value that stands there. */
export type Pair = readonly [path: string, value: unknown];

/** Names that can stand in a path as they are. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/** Would reach beyond the object that is being built. */
const FORBIDDEN: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** Takes an object apart into its leaves; one with names that are no plain words (columns of a table, say) stays whole. */
export function pairsOf(value: unknown, path: string): Pair[] {
  if (!isRecord(value)) return [[path, value]];
  const entries = Object.entries(value);
  const isLeaf = entries.length === 0 || entries.some(([key]) => !PLAIN.test(key) || FORBIDDEN.has(key));
  if (isLeaf) return [[path, value]];
  return entries.flatMap(([key, own]) => pairsOf(own, `${path}.${key}`));
}

export const isPlainPath = (path: string): boolean =>
  path.split('.').every((part) => PLAIN.test(part) && !FORBIDDEN.has(part));
