import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './readTable.ts';

/** Numbers as people and programs write them: short and long, with and without sign, mark, exponent, spaces around. */
const digits = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
    minLength: least,
    maxLength: most,
  });
const written = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
  fc.tuple(fc.constantFrom('', '-', '+'), digits(1, 12)).map(([sign, whole]) => sign + whole),
  fc
    .tuple(
      fc.constantFrom('', '-', ' ', ' -'),
      digits(0, 8),
      digits(1, 9),
      fc.constantFrom('', 'e-3', 'E5', ' '),
    )
    .map(([sign, whole, fraction, end]) => `${sign}${whole}.${fraction}${end}`),
  fc.constantFrom('0', '-0', '-0.0', '.5', '5.', '000000001', '999999999', '9999999999', '0.000000001'),
);

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('numbers have the bits that Number gives them, in any dialect, however the bytes are cut', async () => {
  const rows = fc.array(fc.tuple(written, written), { minLength: 1, maxLength: 40 });
  const dialects = fc.constantFrom(
    { delimiter: ',', decimal: '.' },
    { delimiter: ';', decimal: ',' },
  ) as fc.Arbitrary<{
    delimiter: string;
    decimal: '.' | ',';
  }>;
  const ends = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(
      rows,
      dialects,
      ends,
      fc.integer({ min: 1, max: 200 }),
      async (cells, dialect, end, size) => {
        const lines = cells.map(([a, b]) =>
          [a, 'word', b].join(dialect.delimiter).replaceAll('.', dialect.decimal),
        );
        const text = ['a', 'w', 'b'].join(dialect.delimiter) + end + lines.map((line) => line + end).join('');
        const { table } = await readTable(pieces(text, size), {
          ...dialect,
          header: true,
          types: { a: 'number', b: 'number' },
        });
        const [a, , b] = table.columns;
        cells.forEach(([first, second], row) => {
          expect(valueOf(a, row)).toBe(Number(first));
          expect(valueOf(b, row)).toBe(Number(second));
        });
      },
    ),
    { numRuns: 300 },
  );
});

function valueOf(
  column: Awaited<ReturnType<typeof readTable>>['table']['columns'][number],
  row: number,
): number {
  if (column.type === 'text') throw new Error(`column ${column.name} was read as words`);
  return column.values[row];
}

test('a column of more rows than a block holds keeps their order, with missing ones among them', async () => {
  const cells = Array.from({ length: 5000 }, (_, row) => (row % 7 === 3 ? '' : String(row / 8)));
  const text = `a,b\n${cells.map((cell, row) => `${cell},${row}`).join('\n')}`;
  const { table } = await readTable(new TextEncoder().encode(text));
  const numbers = cells.map((cell) => (cell === '' ? NaN : Number(cell)));
  expect(table.columns.map((column) => column.type === 'number' && [...column.values])).toEqual([
    numbers,
    Array.from(cells, (_, row) => row),
  ]);
});
