import type { Column, Table } from '../../../../src/data/table/index.ts';

/** A table of the studio as the text of a CSV file; read again, it has the same bits. Its names and words need no quotes. */
export function writeCsv({ rows, columns }: Table): string {
  const lines = [columns.map(({ name }) => name).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map((column) => cell(column, row)).join(','));
  return `${lines.join('\n')}\n`;
}

/** JavaScript writes a number with as few digits as bring the same number back. */
const cell = (column: Column, row: number): string =>
  column.type === 'text' ? column.dictionary[column.codes[row]] : String(column.values[row]);
