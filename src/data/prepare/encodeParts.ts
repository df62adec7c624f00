import { PAGE_ROWS } from '../table/paged/pages.ts';
import type { Table } from '../table/table.ts';
import { blockEncoder } from './blockEncoder.ts';
import type { PartMatrix } from './partMatrix.ts';
import { remarks } from './steps/remarks.ts';
import type { Encoder } from './steps/step.ts';

/** Numbers of the matrix that are made at a time. */
const BLOCK = 1 << 21;

/**
 * Encodes parts of a table, which share no row, into one matrix, the parts one after another. Goes through the table once, a page of all
 * columns at a time, and writes whole rows: what memory holds is the matrix and a page.
 */
export function encodeParts(
  encoders: readonly Encoder[],
  table: Table,
  parts: readonly Int32Array[],
): PartMatrix[] {
  const width = encoders.reduce((sum, { features }) => sum + features.length, 0);
  const codeWidth = encoders.filter(({ embedding }) => embedding).length;
  const count = parts.reduce((sum, rows) => sum + rows.length, 0);
  const features = new Float32Array(count * width);
  const codes = new Int32Array(count * codeWidth);
  const encode = blockEncoder(encoders, table, remarks());
  const places = placesOf(parts, table.rows);
  const blockRows = Math.min(PAGE_ROWS, Math.max(1, Math.floor(BLOCK / Math.max(1, width + codeWidth))));
  for (let start = 0; start < table.rows; start += PAGE_ROWS) {
    const end = Math.min(start + PAGE_ROWS, table.rows);
    const rows = rowsWithPlace(places, start, end);
    for (let from = 0; from < rows.length; from += blockRows) {
      const own = rows.subarray(from, from + blockRows);
      const block = encode(own, start, end);
      for (let i = 0; i < own.length; i++) {
        const place = places[start + own[i]];
        copyRow(block.features, i, features, place, width);
        copyRow(block.codes, i, codes, place, codeWidth);
      }
    }
  }
  return windows(parts, { features, width, codes, codeWidth });
}

/** By row of the table, its row in the matrix; -1 where it is in no part. */
function placesOf(parts: readonly Int32Array[], rows: number): Int32Array {
  const places = new Int32Array(rows).fill(-1);
  let place = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) places[part[i]] = place++;
  return places;
}

/** Rows of a page that are in a part, counted from the page's beginning. */
function rowsWithPlace(places: Int32Array, start: number, end: number): Int32Array {
  const rows = new Int32Array(end - start);
  let count = 0;
  for (let row = start; row < end; row++) if (places[row] >= 0) rows[count++] = row - start;
  return rows.subarray(0, count);
}

type Numbers = Float32Array | Int32Array;

function copyRow(from: Numbers, row: number, to: Numbers, place: number, width: number): void {
  const source = row * width;
  const target = place * width;
  for (let column = 0; column < width; column++) to[target + column] = from[source + column];
}

interface Matrix {
  readonly features: Float32Array;
  readonly width: number;
  readonly codes: Int32Array;
  readonly codeWidth: number;
}

function windows(parts: readonly Int32Array[], { features, width, codes, codeWidth }: Matrix): PartMatrix[] {
  let start = 0;
  return parts.map(({ length: rows }) => {
    const end = start + rows;
    const part = {
      rows,
      width,
      features: features.subarray(start * width, end * width),
      codes: codes.subarray(start * codeWidth, end * codeWidth),
    };
    start = end;
    return part;
  });
}
