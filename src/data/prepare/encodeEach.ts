import { PAGE_ROWS } from '../table/paged/pages.ts';
import type { Table } from '../table/table.ts';
import { blockEncoder } from './blockEncoder.ts';
import type { PartMatrix } from './partMatrix.ts';
import type { Remarks } from './steps/remarks.ts';
import type { Encoder } from './steps/step.ts';

/**
 * Encodes ascending rows of a table block by block, a page of all columns at a time: what memory holds is a page. `use` sees a block before
 * the next one is written over it.
 */
export function encodeEach(
  encoders: readonly Encoder[],
  table: Table,
  rows: Int32Array,
  remarks: Remarks,
  use: (block: PartMatrix) => void,
): void {
  const encode = blockEncoder(encoders, table, remarks);
  for (let from = 0; from < rows.length;) {
    const start = Math.floor(rows[from] / PAGE_ROWS) * PAGE_ROWS;
    const end = Math.min(start + PAGE_ROWS, table.rows);
    let to = from;
    while (to < rows.length && rows[to] < end) to++;
    use(
      encode(
        rows.subarray(from, to).map((row) => row - start),
        start,
        end,
      ),
    );
    from = to;
  }
}
