import type { ReadOptions, ReadResult } from '../../data/read/index.ts';
import type { Values } from '../arguments/define.ts';
import type { Effects } from '../effects/effects.ts';
import { availableMemory } from '../../machine/memory.node.ts';
import { placeOf } from '../effects/paths.ts';

/** How a table file is written, for every command that reads one; what is left out is found. */
export const tableFlags = {
  delimiter: { kind: 'text', value: 'CHARACTER', summary: 'what stands between cells: , or ; or tab ...' },
  decimal: {
    kind: 'text',
    value: 'MARK',
    choices: ['.', ','],
    summary: 'the decimal mark of numbers: . or ,',
  },
  encoding: { kind: 'text', value: 'NAME', summary: 'utf-8, windows-1250, iso-8859-2 ...' },
} as const;

export type TableFlags = Values<Record<never, never>, typeof tableFlags>;

export const tableArgument = { summary: 'CSV, TSV, JSON lines or Parquet file, gzipped too' } as const;

/** What was said about the file, as the reader takes it. */
export function readOptions({ delimiter, decimal, encoding }: TableFlags): ReadOptions {
  return {
    ...(delimiter !== undefined && { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(decimal !== undefined && { decimal: decimal as '.' | ',' }),
    ...(encoding !== undefined && { encoding }),
  };
}

export async function readTableAt(
  path: string,
  options: ReadOptions,
  effects: Pick<Effects, 'folder'>,
): Promise<ReadResult> {
  const { readTableFile } = await import('../../data/read/readTableFile.node.ts');
  return readTableFile(placeOf(effects, path), options);
}

/** The same of a table to train on: refused before it is read where there is too little memory. */
export async function openTableAt(
  path: string,
  options: ReadOptions,
  effects: Pick<Effects, 'folder'>,
): Promise<ReadResult> {
  const { openTableFile } = await import('../../train/openTableFile.node.ts');
  return openTableFile(placeOf(effects, path), options, availableMemory());
}
