import { expect, test } from 'vitest';
import type { EpochRow } from '../run/contract.ts';
import { RowsToTell } from './rowsToTell.ts';

const row = (epoch: number) => ({ epoch }) as EpochRow;
const epochs = (rows: RowsToTell) => rows.take().map(({ epoch }) => epoch);

test('tells every epoch of a run of usual length, and each once', () => {
  const rows = new RowsToTell();
  rows.start(row(0));
  for (let epoch = 1; epoch <= 3; epoch++) rows.add(row(epoch));
  expect(epochs(rows)).toEqual([0, 1, 2, 3]);
  rows.add(row(4));
  expect(epochs(rows)).toEqual([4]);
  expect(epochs(rows)).toEqual([]);
});

test('tells ever fewer of a very long one, but always the last', () => {
  const rows = new RowsToTell();
  rows.start(row(0));
  let told = 0;
  for (let epoch = 1; epoch <= 200_000; epoch++) {
    rows.add(row(epoch));
    if (epoch % 500 !== 0) continue;
    const each = epochs(rows);
    expect(each.at(-1)).toBe(epoch);
    told += each.length;
  }
  expect(told).toBeLessThan(20_000);
});
