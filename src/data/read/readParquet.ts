import { parquetMetadata, parquetRead, parquetSchema, type FileMetaData, type SchemaTree } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { NeumannError } from '../../errors.ts';
import { columnNames } from '../table/columnNames.ts';
import { ValueColumnBuilder } from '../table/typing/columnFromValues.ts';
import type { TextTable } from './readDelimited.ts';
import type { ReadOptions } from './readOptions.ts';

/** Reads a Parquet file that is in memory, column by column. */
export async function readParquet(bytes: Uint8Array, name: string, options: ReadOptions): Promise<TextTable> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const metadata = readMetadata(buffer, name);
  const rows = Number(metadata.num_rows);
  if (rows === 0)
    throw new NeumannError('no-rows', `${name} has columns but no rows; there is nothing to learn from.`);
  const raw = flatColumns(metadata, name);
  const { names, warnings } = columnNames(raw);
  const columns = [];
  for (const [i, column] of raw.entries()) {
    const builder = new ValueColumnBuilder(names[i], hintsFor(names[i], options));
    await readColumn(buffer, metadata, column, builder, name);
    if (builder.length !== rows)
      throw damaged(name, `column '${column}' has ${builder.length} values of ${rows}`);
    columns.push(builder.finish());
  }
  return {
    table: { rows, columns: columns.map(({ column }) => column) },
    warnings: [...warnings, ...columns.flatMap((column) => column.warnings)],
    dialect: { format: 'parquet', encoding: 'utf-8' },
  };
}

function hintsFor(name: string, options: ReadOptions): ConstructorParameters<typeof ValueColumnBuilder>[1] {
  const forced = new Map(Object.entries(options.types ?? {})).get(name);
  const { dateOrder, missingWords } = options;
  return { decimal: '.', decimalKnown: true, dateOrder, missingWords, forced };
}

function readMetadata(buffer: ArrayBuffer, name: string): FileMetaData {
  const end = new TextDecoder('latin1').decode(buffer.slice(-4));
  if (end === 'PARE')
    throw new NeumannError('no-table', `${name} is an encrypted Parquet file; write it without encryption.`);
  if (end !== 'PAR1' || buffer.byteLength < 12)
    throw new NeumannError(
      'parquet-damaged',
      `${name} is a Parquet file that is cut short; copy or download it again.`,
    );
  try {
    return parquetMetadata(buffer);
  } catch (cause) {
    throw damaged(name, 'its description of the columns cannot be read', cause);
  }
}

function flatColumns(metadata: FileMetaData, name: string): string[] {
  return schemaColumns(metadata, name).map(({ children, element }) => {
    if (typeof element.name !== 'string') throw damaged(name, 'a column has no name');
    if (children.length === 0 && element.repetition_type !== 'REPEATED') return element.name;
    throw new NeumannError(
      'nested-value',
      `${name}: column '${element.name}' holds lists or nested values; a table has one number, word or date per cell, so flatten it into columns of its own.`,
    );
  });
}

function schemaColumns(metadata: FileMetaData, name: string): readonly SchemaTree[] {
  try {
    return parquetSchema(metadata).children;
  } catch (cause) {
    throw damaged(name, 'its description of the columns cannot be read', cause);
  }
}

async function readColumn(
  file: ArrayBuffer,
  metadata: FileMetaData,
  column: string,
  builder: ValueColumnBuilder,
  name: string,
): Promise<void> {
  try {
    await parquetRead({
      file,
      metadata,
      columns: [column],
      compressors,
      onChunk: ({ columnData, rowStart }) => {
        let row = rowStart;
        for (const value of columnData) builder.push(value, `row ${++row} of ${name}`);
      },
    });
  } catch (cause) {
    if (cause instanceof NeumannError) throw cause;
    throw damaged(name, `column '${column}' cannot be unpacked`, cause);
  }
}

function damaged(name: string, what: string, cause?: unknown): NeumannError {
  return new NeumannError(
    'parquet-damaged',
    `${name} is a Parquet file that is damaged (${what}); write or download it again.`,
    { cause },
  );
}
