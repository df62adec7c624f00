import type { DateColumn, NumberColumn } from '../table.ts';
import { piecesOf } from './pagedColumn.ts';

/** The values of these rows; of ascending ones without the column in memory whole, where it lies in pages. */
export function numbersAt(column: NumberColumn | DateColumn, rows: Int32Array): Float64Array {
  const gathered = new Float64Array(rows.length);
  let at = 0;
  for (const { piece, start } of piecesOf(column)) {
    const { values } = piece as NumberColumn | DateColumn;
    const end = start + values.length;
    for (; at < rows.length && rows[at] >= start && rows[at] < end; at++)
      gathered[at] = values[rows[at] - start];
  }
  // Rows in some other order.
  for (; at < rows.length; at++) gathered[at] = column.values[rows[at]];
  return gathered;
}
