import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Column } from '../table/table.ts';
import { readTable } from './readTable.ts';

const fixture = async (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../../fixtures/tables/${name}.parquet`, import.meta.url));
const rows = Array.from({ length: 40 }, (_, i) => i);

function expectTable(columns: readonly Column[]): void {
  const [id, amount, big, huge, flag, town, day, moment, price, small, third, nothing] = columns;
  const numbers = (make: (i: number) => number): Float64Array => Float64Array.from(rows, make);
  expect(id).toEqual({ name: 'id', type: 'number', values: numbers((i) => i) });
  expect(amount).toMatchObject({ type: 'number', values: numbers((i) => (i % 7 === 0 ? NaN : i * 1.5)) });
  expect(big).toMatchObject({ type: 'number', values: numbers((i) => i * 1000000007) });
  expect(huge).toMatchObject({
    type: 'text',
    dictionary: rows.map((i) => String(9007199254740993n + BigInt(i))),
  });
  expect(flag).toMatchObject({
    type: 'text',
    dictionary: ['true', 'false'],
    codes: Int32Array.from(rows, (i) => i % 2),
  });
  expect(town).toMatchObject({
    type: 'text',
    dictionary: ['Pécs', 'Győr', 'Eger'],
    codes: Int32Array.from(rows, (i) => i % 3),
  });
  expect(day).toMatchObject({ type: 'date', values: numbers((i) => Date.UTC(2024, 0, 1 + i)) });
  expect(moment).toMatchObject({ type: 'date', values: numbers((i) => Date.UTC(2024, 0, 1, 12, 0, i)) });
  // A quarter of 1 is 0.25, of 2 is 0.5: decimals of two digits hold all of them.
  expect(price).toMatchObject({ type: 'number', values: numbers((i) => i / 4) });
  expect(small).toMatchObject({ type: 'number', values: numbers((i) => i % 5) });
  expect(third).toMatchObject({ type: 'number', values: numbers((i) => Math.fround(Math.fround(i) / 3)) });
  expect(nothing).toMatchObject({ type: 'number', values: numbers(() => NaN) });
}

describe('Parquet as DuckDB writes it', () => {
  test.each(['uncompressed', 'snappy', 'zstd', 'gzip', 'brotli', 'lz4'])('%s', async (name) => {
    const { table, dialect } = await readTable(await fixture(name));
    expect(table.rows).toBe(40);
    expectTable(table.columns);
    expect(dialect).toMatchObject({ format: 'parquet', compression: 'none' });
  });

  test('several row groups are one table', async () => {
    const { table } = await readTable(await fixture('groups'));
    const [id, word] = table.columns;
    expect(id).toMatchObject({ values: Float64Array.from({ length: 5000 }, (_, i) => i) });
    expect(word).toMatchObject({ codes: Int32Array.from({ length: 5000 }, (_, i) => i % 9) });
  });

  test('gzipped once more, and a type that is asked for', async () => {
    const packed = new Uint8Array(gzipSync(await fixture('zstd')));
    const { table, dialect } = await readTable(packed, { types: { small: 'text' } });
    expect(table.columns[9]).toMatchObject({ type: 'text', dictionary: ['0', '1', '2', '3', '4'] });
    expect(dialect.compression).toBe('gzip');
  });
});
