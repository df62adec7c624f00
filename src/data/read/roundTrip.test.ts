import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { DelimitedScanner } from './delimitedScanner.ts';
import { readTable } from './readTable.ts';

/** Cuts text with our scanner, in pieces of `size` bytes. */
function cut(text: string, delimiter: string, newline: string, size: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const decoder = new TextDecoder();
  const marks = {
    delimiter: delimiter.charCodeAt(0),
    quote: 0x22,
    newline: newline.charCodeAt(newline.length - 1),
  };
  const sink = {
    cell: (_: number, bytes: Uint8Array, start: number, end: number) =>
      void row.push(decoder.decode(bytes.subarray(start, end))),
    endRow: () => {
      rows.push(row);
      row = [];
    },
  };
  const scanner = new DelimitedScanner(marks, sink, 'text');
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  scanner.finish();
  return rows;
}

const delimiters = fc.constantFrom(',', ';', '\t', '|');
const newlines = fc.constantFrom('\n', '\r\n', '\r');
const pieces = fc.integer({ min: 1, max: 40 });

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

test('cells come back as they were written, in any dialect, however the bytes are cut', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '🙂', ' ', ',', ';', '\t', '|', '"', '\n', '1', '.'),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, delimiters, newlines, pieces, fc.boolean(), (rows, delimiter, newline, size, bare) => {
      const plain = (text: string): boolean => /^[a-zé🙂1.]+$/u.test(text);
      const text = rows
        .map((row) => row.map((one) => (bare && plain(one) ? one : quoted(one))).join(delimiter) + newline)
        .join('');
      expect(cut(text, delimiter, newline, size)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('agrees with papaparse on text of any shape that both define', () => {
  // Unquoted cells without quotes, or cells in whole quotes: elsewhere RFC 4180 says nothing and the two may differ.
  const bare = fc.string({ unit: fc.constantFrom('a', 'b', '7', '.', '-', 'é'), minLength: 1, maxLength: 5 });
  const inQuotes = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' '), maxLength: 5 })
    .map(quoted);
  const row = fc.array(fc.oneof(bare, inQuotes, fc.constant('')), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      delimiters,
      fc.boolean(),
      pieces,
      (rows, delimiter, ended, size) => {
        const text = rows.map((cells) => cells.join(delimiter)).join('\n') + (ended ? '\n' : '');
        const theirs = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: true }).data;
        expect(cut(text, delimiter, '\n', size)).toEqual(theirs);
      },
    ),
    { numRuns: 500 },
  );
});

/** A table of each type and how a European or an American writes it. */
const rowArbitrary = fc.record({
  amount: fc.option(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4 + 0),
    { freq: 10 },
  ),
  town: fc.constantFrom('Pécs', 'Győr', 'Gyula', 'a,b', 'say "hi"', 'x;y', 'tab\there', 'two\nlines'),
  day: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});

test('a table is read as the same columns whatever its dialect', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowArbitrary, { minLength: 3, maxLength: 12 }),
      delimiters,
      newlines,
      fc.constantFrom('.', ','),
      fc.constantFrom('none', 'mark', 'gzip'),
      async (rows, delimiter, newline, decimal, extra) => {
        const spell = (value: number | null): string => {
          const text = value === null ? '' : String(value).replace('.', decimal);
          return text.includes(delimiter) ? quoted(text) : text;
        };
        const lines = rows.map(({ amount, town, day }) => [spell(amount), quoted(town), day].join(delimiter));
        const text =
          ['amount', 'town', 'day'].join(delimiter) + newline + lines.map((line) => line + newline).join('');
        const bytes = new TextEncoder().encode((extra === 'mark' ? '\ufeff' : '') + text);
        const { table } = await readTable(extra === 'gzip' ? new Uint8Array(gzipSync(bytes)) : bytes, {
          decimal: decimal as '.' | ',',
        });
        const [amount, town, day] = table.columns;
        expect(amount.type === 'number' && [...amount.values]).toEqual(rows.map((row) => row.amount ?? NaN));
        expect(town.type === 'text' && Array.from(town.codes, (code) => town.dictionary[code])).toEqual(
          rows.map((row) => row.town),
        );
        expect(day.type === 'date' && [...day.values]).toEqual(rows.map((row) => Date.parse(row.day)));
      },
    ),
    { numRuns: 150 },
  );
});
