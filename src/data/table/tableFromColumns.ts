import { NeumannError } from '../../errors.ts';
import type { Column, Table } from './table.ts';
import { ValueColumnBuilder } from './typing/columnFromValues.ts';

/** Values of one column: numbers or words, dates or booleans, with null or undefined where missing. */
export type ColumnValues = Float32Array | Float64Array | Int32Array | readonly unknown[];

/**
 * A table from named columns of one length. Typed arrays are numbers (a Float64Array is kept, not copied); plain arrays are
 * typed by their values, as `tableFromObjects` does.
 * @throws NeumannError for columns of different lengths and for values that fit no cell
 */
export function tableFromColumns(columns: Readonly<Record<string, ColumnValues>>): Table {
  const entries = Object.entries(columns);
  if (entries.length === 0)
    throw new NeumannError('empty-table', 'The table has no columns; give it at least one.');
  const [firstName, first] = entries[0];
  for (const [name, values] of entries) {
    if (values.length === first.length) continue;
    const text = `Column '${name}' has ${values.length} values where '${firstName}' has ${first.length}; all columns of a table are equally long.`;
    throw new NeumannError('ragged-columns', text);
  }
  return { rows: first.length, columns: entries.map(([name, values]) => columnOf(name, values)) };
}

function columnOf(name: string, values: ColumnValues): Column {
  if (ArrayBuffer.isView(values)) return { name, type: 'number', values: finiteOrMissing(values) };
  const builder = new ValueColumnBuilder(name, { decimal: '.', decimalKnown: true });
  for (let i = 0; i < values.length; i++) builder.push(values[i], `row ${i + 1}`);
  return builder.finish().column;
}

function finiteOrMissing(values: Float32Array | Float64Array | Int32Array): Float64Array {
  const infinite = (value: number): boolean => Math.abs(value) === Infinity;
  if (values instanceof Float64Array && !values.some(infinite)) return values;
  return Float64Array.from(values, (value) => (infinite(value) ? NaN : value));
}
