/**
 * Which folder of src/ may import which, as ARCHITECTURE.md draws it. A file directly in src/ belongs to no folder: `index.ts` is the
 * package's front door, every other is a leaf that anyone may import and that itself imports only leaves.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  numeric: [],
  tensor: ['numeric'],
  machine: ['tensor', 'numeric'],
  nn: ['tensor', 'numeric'],
  data: ['numeric'],
  train: ['nn', 'data', 'tensor', 'numeric'],
  lab: ['train', 'nn', 'data', 'tensor', 'numeric'],
  export: ['train', 'nn', 'data', 'tensor', 'numeric'],
  report: ['train', 'nn', 'data', 'tensor', 'numeric'],
  testing: ['machine', 'report', 'export', 'lab', 'train', 'nn', 'data', 'tensor', 'numeric'],
  cli: ['testing', 'machine', 'report', 'export', 'lab', 'train', 'nn', 'data', 'tensor', 'numeric'],
  index: ['machine', 'report', 'export', 'lab', 'train', 'nn', 'data', 'tensor', 'numeric'],
};

/** Folders that use no package at all. */
export const withoutPackages: readonly string[] = ['leaf', 'numeric', 'tensor'];

/** Folders whose numbers no bit of a run depends on: they may use Math's inexact functions and the machine's locale. */
export const drawing: readonly string[] = ['report', 'cli', 'machine'];

/** `numeric` for src/numeric/exp.ts, `index` for src/index.ts (or index.node.ts), `leaf` for other files directly in src/. */
export function layerOf(path: string): string {
  const [, first, ...rest] = path.split('/');
  if (rest.length > 0) return first;
  return /^index(\.node)?\.ts$/.test(first) ? 'index' : 'leaf';
}

/** Why a file of layer `from` may not import one of layer `to`; undefined if it may. */
export function layerProblem(from: string, to: string): string | undefined {
  if (from === to || to === 'leaf') return undefined;
  if (from === 'leaf') return `a file directly in src/ imports nothing of ${to}/`;
  const allowed = mayImport[from];
  if (allowed === undefined) return `${from}/ is not on the map (scripts/imports/layers.ts, ARCHITECTURE.md)`;
  if (allowed.includes(to)) return undefined;
  return `${from}/ may import ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}, not ${to}/`;
}
