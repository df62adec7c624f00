import { columnPieces } from '../table/paged/pagedColumn.ts';
import type { Table } from '../table/table.ts';
import type { PartMatrix } from './partMatrix.ts';
import type { Remarks } from './steps/remarks.ts';
import type { Encoder } from './steps/step.ts';

/** Encodes rows of the page of the table from row `start` to `end`, `rows` counted from its beginning. */
type EncodeBlock = (rows: Int32Array, start: number, end: number) => PartMatrix;

/** Encodes rows of a table a page at a time, into a block that is written over the next time. */
export function blockEncoder(encoders: readonly Encoder[], table: Table, noted: Remarks): EncodeBlock {
  const width = encoders.reduce((sum, { features }) => sum + features.length, 0);
  const codeWidth = encoders.filter(({ embedding }) => embedding).length;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const pieces = encoders.map(({ column }) => columnPieces(columns.get(column)!));
  let features = new Float32Array(0);
  let codes = new Int32Array(0);
  return (rows, start, end) => {
    if (features.length < rows.length * width) features = new Float32Array(rows.length * width);
    if (codes.length < rows.length * codeWidth) codes = new Int32Array(rows.length * codeWidth);
    let at = 0;
    let codeAt = 0;
    encoders.forEach((encoder, i) => {
      const sink = { features, width, at, codes, codeWidth, codeAt, remarks: noted, firstRow: start };
      encoder.encode(pieces[i](start, end), rows, sink);
      at += encoder.features.length;
      codeAt += encoder.embedding ? 1 : 0;
    });
    return {
      rows: rows.length,
      width,
      features: features.subarray(0, rows.length * width),
      codes: codes.subarray(0, rows.length * codeWidth),
    };
  };
}
