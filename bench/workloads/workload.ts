import type { Kind } from '../harness/contestant.ts';
import type { Numbers } from '../harness/caseFile.ts';

/** One piece of work that every contestant of its kind does alike. */
export interface Case {
  readonly name: string;
  /** The work in words. */
  readonly title: string;
  readonly kind: Kind;
  readonly settings: unknown;
  readonly arrays: Readonly<Record<string, Numbers>>;
  /** Other files that lie beside it, by name. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** Steps after which results are compared, and how far they may lie apart, as a share of their length. */
  readonly compared: { readonly steps: number; readonly tolerance: number };
  /** What a rate counts, and how many of it a step does: `{ unit: 'row', each: 256 }`. */
  readonly counted: { readonly unit: string; readonly each: number };
  /** Most rounds, where fewer do or a step takes seconds. */
  readonly rounds?: number;
}

/** A set of cases under one name, which `--only` takes. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  /** Smaller where `quick`. */
  cases(quick: boolean): readonly Case[] | Promise<readonly Case[]>;
}
