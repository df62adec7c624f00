import { NeumannError } from '../../errors.ts';

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Files that are no table or no table that we read: the bytes they begin with, what they are, and what to do. */
const FOREIGN: readonly (readonly [magic: readonly number[], what: string, advice: string])[] = [
  [[0x89, ...ascii('PNG')], 'a PNG picture', ''],
  [[0xff, 0xd8, 0xff], 'a JPEG picture', ''],
  [ascii('GIF8'), 'a GIF picture', ''],
  [ascii('%PDF'), 'a PDF document', ''],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file', 'save the sheet as CSV'],
  [ascii('SQLite format 3'), 'an SQLite database', 'export the table as CSV'],
  [ascii('BZh'), 'a bzip2 archive', 'unpack it with bunzip2, or pack it with gzip'],
  [[0xfd, ...ascii('7zXZ')], 'an xz archive', 'unpack it with unxz, or pack it with gzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive', 'unpack it with unzstd, or pack it with gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7-Zip archive', 'unpack it first'],
  [ascii('Rar!'), 'a RAR archive', 'unpack it first'],
  [[0x89, ...ascii('HDF')], 'an HDF5 file', 'export the table as CSV or Parquet'],
  [[0x93, ...ascii('NUMPY')], 'a NumPy array', 'export the table as CSV or Parquet'],
  [ascii('ARROW1'), 'an Arrow (Feather) file', 'write it as Parquet or CSV'],
  [ascii('FEA1'), 'a Feather file', 'write it as Parquet or CSV'],
  [ascii('ORC'), 'an ORC file', 'write it as Parquet or CSV'],
  [[...ascii('Obj'), 1], 'an Avro file', 'write it as Parquet or CSV'],
  [ascii('PARE'), 'an encrypted Parquet file', 'write it without encryption'],
  [ascii('$FL2'), 'an SPSS file', 'export the table as CSV'],
  [ascii('RDX'), 'an R data file', 'write the table with write.csv'],
  [[0x58, 0x0a, 0, 0, 0], 'an R data file', 'write the table with write.csv'],
  [[0x7f, ...ascii('ELF')], 'a program', ''],
  [ascii('MZ\x90'), 'a program', ''],
];

export type FileKind = 'parquet' | 'jsonArray' | 'jsonObject' | 'text';

/**
 * What the (unpacked) bytes are, from their beginning.
 * @throws NeumannError naming what the file is, where it is no table
 */
export function fileKind(head: Uint8Array, name: string): FileKind {
  if (startsWith(head, ascii('PAR1'))) return 'parquet';
  refuseForeign(head, name);
  const start = textStart(head);
  if (/^(?:<!doctype\s+html|<html|<head|<body)/i.test(start))
    throw noTable(name, 'a web page (HTML)', 'download the table itself');
  if (/^<\?xml/i.test(start)) throw noTable(name, 'an XML document', 'export the table as CSV');
  if (start.startsWith('{\\rtf')) throw noTable(name, 'an RTF document', 'save the table as CSV');
  if (/\.(?:csv|tsv|tab|txt)(?:\.gz)?$/i.test(name)) return 'text';
  const named = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(name);
  if (named ? start.startsWith('[') : /^\[\s*(?:[[{\]]|$)/.test(start)) return 'jsonArray';
  if (named) return 'jsonObject';
  return /^\{\s*(?:["}]|$)/.test(start) ? 'jsonObject' : 'text';
}

function refuseForeign(head: Uint8Array, name: string): void {
  if (startsWith(head, ascii('PK\x03\x04'))) throw zipError(head, name);
  const found = FOREIGN.find(([magic]) => startsWith(head, magic));
  if (found) throw noTable(name, found[1], found[2]);
  if (startsWith(head.subarray(257), ascii('ustar')))
    throw noTable(name, 'a tar archive', 'unpack it and name the table inside');
  if (isBinary(head)) throw noTable(name, 'a binary file', '');
}

function zipError(head: Uint8Array, name: string): NeumannError {
  const names = String.fromCharCode(...head.subarray(0, 4096));
  if (/\.xlsx?$|\.xlsm$/i.test(name) || names.includes('xl/'))
    return noTable(name, 'an Excel workbook', 'save the sheet as CSV');
  if (/\.ods$/i.test(name) || names.includes('opendocument.spreadsheet'))
    return noTable(name, 'an OpenDocument spreadsheet', 'save the sheet as CSV');
  return noTable(name, 'a zip archive', 'unpack it and name the table inside');
}

function noTable(name: string, what: string, advice: string): NeumannError {
  const instead = advice || 'give a CSV, TSV, JSON lines or Parquet file';
  return new NeumannError('no-table', `${name} is ${what}, not a table that can be read; ${instead}.`);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Control characters that no text holds; UTF-16, which is full of zeros, has been decoded before. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++;
  }
  return controls * 100 > head.length;
}

function textStart(head: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(head.subarray(0, 4096));
  return text.trimStart();
}
