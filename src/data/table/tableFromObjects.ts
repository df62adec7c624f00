import { NeumannError } from '../../errors.ts';
import type { Table, Warning } from './table.ts';
import { ValueColumnBuilder } from './typing/columnFromValues.ts';
import type { WordHints } from './typing/decideWords.ts';

const HINTS: WordHints = { decimal: '.', decimalKnown: true };

export interface ObjectsOptions {
  /** The type that a column must have, by name; else the values decide. */
  readonly types?: Readonly<Record<string, 'number' | 'date' | 'text'>>;
}

/**
 * A table from an array of objects, one per row: numbers, words, booleans, dates; null, undefined and absent keys are
 * missing. Columns come in the order in which their keys first appear.
 * @throws NeumannError for no rows, for a row that is no object, and for a nested value (with the row's number)
 */
export function tableFromObjects(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: ObjectsOptions = {},
): { table: Table; warnings: Warning[] } {
  const collector = new RowCollector(options.types);
  rows.forEach((row, i) => collector.push(row, `row ${i + 1}`));
  return collector.finish();
}

/** Takes rows as objects, one at a time, and ends with a table. */
export class RowCollector {
  readonly #builders = new Map<string, ValueColumnBuilder>();
  readonly #types: ReadonlyMap<string, WordHints['forced']>;
  readonly #hints: WordHints;
  #rows = 0;

  constructor(types: ObjectsOptions['types'] = {}, hints: WordHints = HINTS) {
    this.#types = new Map(Object.entries(types));
    this.#hints = hints;
  }

  get rows(): number {
    return this.#rows;
  }

  push(row: unknown, place: string): void {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) throw noObject(row, place);
    for (const [key, value] of Object.entries(row)) {
      const builder = this.#builder(key);
      builder.padTo(this.#rows);
      builder.push(value, place);
    }
    this.#rows++;
  }

  finish(what = 'The table'): { table: Table; warnings: Warning[] } {
    if (this.#rows === 0) throw new NeumannError('empty-table', `${what} has no rows; give it at least one.`);
    if (this.#builders.size === 0)
      throw new NeumannError('empty-table', `${what} has rows but no columns; give each row named values.`);
    const typed = [...this.#builders.values()].map((builder) => {
      builder.padTo(this.#rows);
      return builder.finish();
    });
    return {
      table: { rows: this.#rows, columns: typed.map(({ column }) => column) },
      warnings: typed.flatMap(({ warnings }) => warnings),
    };
  }

  #builder(key: string): ValueColumnBuilder {
    let builder = this.#builders.get(key);
    if (!builder) {
      const forced = this.#types.get(key);
      builder = new ValueColumnBuilder(key, forced ? { ...this.#hints, forced } : this.#hints);
      this.#builders.set(key, builder);
    }
    return builder;
  }
}

function noObject(row: unknown, place: string): NeumannError {
  const found = row === null ? 'null' : Array.isArray(row) ? 'a list' : `a ${typeof row}`;
  return new NeumannError(
    'no-object',
    `There is ${found} in ${place} where an object with named values should be.`,
  );
}
