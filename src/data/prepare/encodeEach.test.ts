import { expect, test } from 'vitest';
import { PAGE_ROWS } from '../table/paged/pages.ts';
import type { Table } from '../table/table.ts';
import type { PartMatrix } from './partMatrix.ts';
import { fitPreparation } from './fitPreparation.ts';

const rows = 2 * PAGE_ROWS + 100;
const table: Table = {
  rows,
  columns: [
    { name: 'size', type: 'number', values: Float64Array.from({ length: rows }, (_, row) => Math.sqrt(row)) },
    {
      name: 'side',
      type: 'text',
      dictionary: ['left', 'right', 'new'],
      codes: Int32Array.from({ length: rows }, (_, row) => (row === PAGE_ROWS + 7 ? 2 : row % 2)),
    },
  ],
};
const fitted = fitPreparation(
  {},
  table,
  { size: 'number', side: 'category' },
  Int32Array.from({ length: 1000 }, (_, row) => row),
);

function each(own: Int32Array) {
  const features: number[] = [];
  const blocks: number[] = [];
  const warnings = fitted.applyEach(table, own, (block: PartMatrix) => {
    blocks.push(block.rows);
    for (const number of block.features) features.push(number);
  });
  return { features: Float32Array.from(features), blocks, warnings };
}

test('block by block a table becomes the same numbers, with the same remarks, as in one piece', () => {
  const own = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => row % 3 !== 1);
  const whole = fitted.apply(table, own);
  const { features, blocks, warnings } = each(own);
  expect(blocks).toHaveLength(3);
  expect(features).toEqual(whole.features);
  expect(warnings).toEqual(whole.warnings);
  expect(warnings[0].text).toContain(`row ${PAGE_ROWS + 8}`);
});

test('rows in any other order, or none, come as one block', () => {
  const own = Int32Array.of(PAGE_ROWS + 1, 3, 3, 20);
  expect(each(own)).toEqual({ features: fitted.apply(table, own).features, blocks: [4], warnings: [] });
  expect(each(new Int32Array(0)).blocks).toEqual([0]);
});
