import type { ConformanceOutcome, ReadOracle } from './outcome.ts';

/** A reference file's cases, with what its header says. */
export interface CaseFile<Case> {
  readonly file: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

/** All files of a folder that hold cases. */
export async function readCases<Case>(read: ReadOracle, folder: string): Promise<CaseFile<Case>[]> {
  const files: CaseFile<Case>[] = [];
  for (const name of await read.list(folder)) {
    const file = `${folder}/${name}`;
    if (!/\.json(\.gz)?$/.test(name)) continue;
    const { cases, ...header } = (await read(file)) as { cases: Case[] };
    if (cases) files.push({ file, header, cases });
  }
  return files;
}

/** Options of another library's in our words: the new name of each, or what its value becomes (one option, or several). */
export type Renaming = Readonly<
  Record<string, string | ((value: unknown) => readonly [name: string, value: unknown] | Options)>
>;
type Options = Readonly<Record<string, unknown>>;

/** Options under their new names; undefined where one has no name here. */
export function renamed(
  options: Readonly<Record<string, unknown>>,
  names: Renaming,
): Record<string, unknown> | undefined {
  if (!Object.keys(options).every((key) => Object.hasOwn(names, key))) return undefined;
  const own = Object.entries(options).map(([key, value]) => {
    const rule = names[key];
    const become = typeof rule === 'string' ? [rule, value] : rule(value);
    return Array.isArray(become) ? { [become[0] as string]: become[1] as unknown } : become;
  });
  return Object.assign({}, ...own) as Record<string, unknown>;
}

/** Numbers as reference files write them, where NaN and infinities are strings. */
export function numbers(values: readonly (number | string)[]): Float64Array {
  return Float64Array.from(values, Number);
}

/** Whether every error lies within the tolerance; the detail names the worst. */
export function verdict(
  errors: Readonly<Record<string, number>>,
  tolerance: number,
): Pick<ConformanceOutcome, 'status' | 'detail'> {
  const [worst, error] = Object.entries(errors).reduce((a, b) => (b[1] > a[1] || Number.isNaN(b[1]) ? b : a));
  const detail = `${worst} off by ${error.toExponential(1)}, allowed ${tolerance.toExponential(1)}`;
  return { status: error <= tolerance ? 'passed' : 'failed', detail };
}
