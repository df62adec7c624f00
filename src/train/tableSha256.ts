import { Sha256 } from '../data/read/sha256.ts';
import type { Column, Table } from '../data/table/index.ts';

/** The SHA-256 of a table that was not read from a file: of its columns' names, types and values. */
export function tableSha256({ columns }: Table): string {
  const hash = new Sha256();
  for (const column of columns) {
    hash.update(new TextEncoder().encode(JSON.stringify([column.name, column.type, dictionaryOf(column)])));
    const values = column.type === 'text' ? column.codes : column.values;
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.hex();
}

const dictionaryOf = (column: Column) => (column.type === 'text' ? column.dictionary : null);
