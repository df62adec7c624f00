import { NeumannError } from '../../errors.ts';
import { columnNames } from '../table/columnNames.ts';
import type { Table, Warning } from '../table/table.ts';
import { columnOfPages, pageOut } from '../table/paged/pagedColumn.ts';
import type { PageStore } from '../table/paged/pageStore.ts';
import { columnFromWords, type TypedColumn } from '../table/typing/columnFromWords.ts';
import { decideWords, type WordHints } from '../table/typing/decideWords.ts';
import { missingWordsWarning } from '../table/typing/missingWarnings.ts';
import { isMissingWord } from '../table/typing/missingWords.ts';
import { numberWarnings } from '../table/typing/numberWarnings.ts';
import { coalesce, type Chunks } from './byteSource.ts';
import { NumberBuilder, SkippedBuilder, WordBuilder, type ColumnBuilder } from './columnBuilder.ts';
import { DelimitedScanner } from './delimitedScanner.ts';
import type { Dialect, ReadOptions } from './readOptions.ts';
import { RowSink } from './rowSink.ts';
import { sniffDialect, type Head, type Sniffed } from './sniffDialect.ts';
import { chooseEncoding } from './textEncoding.ts';

export interface TextSource {
  readonly name: string;
  readonly head: Head;
  /** Opens the text, without a byte-order mark, from its beginning. */
  readonly open: () => Chunks;
  /** Undefined where it is to be found on the words. */
  readonly encoding: string | undefined;
  /** Where the cells go. */
  readonly store: PageStore;
}

export interface TextTable {
  readonly table: Table;
  readonly warnings: readonly Warning[];
  readonly dialect: Omit<Dialect, 'compression'>;
}

/** What is known of the columns before the first pass. Names are binary strings: their encoding is found last. */
interface Layout {
  readonly sniffed: Sniffed;
  readonly names: readonly string[];
  readonly headerRows: number;
}

/**
 * Reads a delimited file in one pass: cells go from bytes to typed columns without a string or an object per row. The beginning
 * decides whether a column is gathered as numbers or as words; where numbers turn out to be words after all, those columns
 * are gathered again in a second pass.
 */
export async function readDelimited(source: TextSource, options: ReadOptions): Promise<TextTable> {
  const sniffed = sniffDialect(source.head, options, source.name);
  const layout = findLayout(sniffed, source.name);
  const nameEncoding = source.encoding ?? chooseEncoding(layout.names.map(bytesOf), source.name).encoding;
  const hints = columnHints(layout, options, nameEncoding);
  const { rows, builders, warnings } = await gather(source, layout, hints);
  const chosen = source.encoding
    ? { encoding: source.encoding, warnings: [] }
    : chooseEncoding(textWords(layout, builders), source.name);
  const { names, warnings: nameWarnings } = nameColumns(layout, chosen.encoding, source.name);
  const typed = builders.map((builder, i) => {
    const finished = finishColumn(names[i], builder, chosen.encoding, hints[i], source.store);
    return { ...finished, column: pageOut(finished.column, source.store) };
  });
  return {
    table: { rows, columns: typed.map(({ column }) => column) },
    warnings: [
      ...chosen.warnings,
      ...nameWarnings,
      ...warnings,
      ...typed.flatMap((column) => column.warnings),
    ],
    dialect: { ...describe(sniffed, chosen.encoding), ...dateOrderOf(typed) },
  };
}

/** Fills a builder for each column: in one pass, and a second one for what began as numbers but is words. */
async function gather(
  source: TextSource,
  layout: Layout,
  hints: readonly WordHints[],
): Promise<{ rows: number; builders: readonly ColumnBuilder[]; warnings: Warning[] }> {
  const builders = hints.map((hint, i) => chooseBuilder(sampleColumn(layout, i), hint, source.store));
  const { rows, warnings } = await scan(source, layout, builders);
  if (rows === 0) throw noRows(source.name);
  if (!builders.some(needsWords)) return { rows, builders, warnings };
  const again = builders.map((builder) =>
    needsWords(builder) ? new WordBuilder(source.store) : new SkippedBuilder(),
  );
  const second = await scan(source, layout, again);
  if (second.rows !== rows)
    throw new NeumannError(
      'changed-file',
      `${source.name} changed while it was read; try again when it is complete.`,
    );
  const merged = builders.map((builder, i) => (again[i].kind === 'words' ? again[i] : builder));
  return { rows, builders: merged, warnings };
}

function findLayout(sniffed: Sniffed, name: string): Layout {
  const [first, ...rest] = sniffed.rows;
  if (first === undefined)
    throw new NeumannError('empty-table', `${name} is empty; give a table with a header and rows.`);
  const names = sniffed.header ? [...first] : first.map(() => '');
  const body = sniffed.header ? rest : sniffed.rows;
  // A delimiter at the end of each line makes a last column without name or values.
  const trailing = names.length > 1 && names.at(-1) === '' && body.length > 0;
  if (trailing && body.every((row) => row.length === names.length - 1 || row.at(-1) === '')) names.pop();
  return { sniffed, names, headerRows: sniffed.skip + (sniffed.header ? 1 : 0) };
}

function columnHints(layout: Layout, options: ReadOptions, encoding: string): WordHints[] {
  const { decimal, decimalKnown } = layout.sniffed;
  const { dateOrder, missingWords } = options;
  const types = new Map(Object.entries(options.types ?? {}));
  const { names } = columnNames(decodeAll(layout.names, encoding));
  return names.map((name) => ({ decimal, decimalKnown, dateOrder, missingWords, forced: types.get(name) }));
}

function sampleColumn(layout: Layout, column: number): string[] {
  const body = layout.sniffed.header ? layout.sniffed.rows.slice(1) : layout.sniffed.rows;
  return body.flatMap((row) => (row[column]?.trim() ? [row[column]] : []));
}

/** Numbers where the first rows are such in a format without thousands, or are all empty; else words, which can be anything. */
function chooseBuilder(sample: readonly string[], hints: WordHints, store: PageStore): ColumnBuilder {
  const counts = new Map<string, number>();
  for (const cell of sample) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (hints.forced === 'text' || hints.forced === 'date' || hints.missingWords?.length)
    return new WordBuilder(store);
  if (counts.size === 0) return new NumberBuilder(hints.decimal.charCodeAt(0), store);
  const decision = decideWords([...counts.keys()], [...counts.values()], hints);
  if (decision.type !== 'number' || decision.format.thousands !== '' || decision.strays.length > 0)
    return new WordBuilder(store);
  return new NumberBuilder(decision.format.decimal.charCodeAt(0), store);
}

async function scan(
  source: TextSource,
  layout: Layout,
  builders: readonly ColumnBuilder[],
): Promise<{ rows: number; warnings: Warning[] }> {
  const sink = new RowSink(builders, layout.headerRows, source.name);
  const scanner = new DelimitedScanner(layout.sniffed.marks, sink, source.name);
  for await (const piece of coalesce(source.open())) scanner.push(piece);
  scanner.finish();
  sink.finish();
  const warnings = sink.warnings();
  if (scanner.blankLines > 0)
    warnings.push({
      code: 'blank-lines',
      text: `${source.name} holds ${scanner.blankLines} blank line(s), which were skipped.`,
    });
  return { rows: sink.rows, warnings };
}

/** Whether the words among the numbers are more than ways to write a missing value, so that their spelling matters. */
function needsWords(builder: ColumnBuilder): boolean {
  if (builder.kind !== 'number') return false;
  return builder.overwhelmed || builder.wordCounts().some(({ word }) => !isMissingWord(word));
}

function finishColumn(
  name: string,
  builder: ColumnBuilder,
  encoding: string,
  hints: WordHints,
  store: PageStore,
): TypedColumn {
  if (builder.kind === 'words')
    return columnFromWords(name, builder.words.decode(encoding), builder.finish(), hints);
  if (builder.kind === 'skipped') throw new Error(`no cells were gathered for column '${name}'`);
  const column = columnOfPages(name, builder.finish(), store);
  const warnings = missingWordsWarning(name, 'numbers', builder.wordCounts());
  return { column, warnings: [...warnings, ...numberWarnings(name, builder.beyondFloat32)] };
}

/** Every word whose encoding matters: the names of the columns and the words of all columns of text. */
function* textWords(layout: Layout, builders: readonly ColumnBuilder[]): Generator<Uint8Array> {
  yield* layout.names.map(bytesOf);
  for (const builder of builders)
    if (builder.kind === 'words' && builder.words.nonAscii)
      for (let code = 0; code < builder.words.size; code++) yield builder.words.word(code);
}

function nameColumns(
  layout: Layout,
  encoding: string,
  file: string,
): { names: string[]; warnings: readonly Warning[] } {
  const named = columnNames(decodeAll(layout.names, encoding));
  if (layout.sniffed.header) return named;
  const text = `${file} has no header, as its first line looks like the others; the columns are called column_1 to column_${named.names.length}.`;
  return { names: named.names, warnings: [{ code: 'no-header', text }] };
}

function decodeAll(texts: readonly string[], encoding: string): string[] {
  const decoder = new TextDecoder(encoding);
  return texts.map((text) => decoder.decode(bytesOf(text)));
}

function bytesOf(binary: string): Uint8Array {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function noRows(name: string): NeumannError {
  return new NeumannError(
    'no-rows',
    `${name} has a header but no rows below it; there is nothing to learn from.`,
  );
}

function dateOrderOf(columns: readonly TypedColumn[]): Pick<Dialect, 'dateOrder'> {
  const found = columns.find(({ dateOrder }) => dateOrder !== undefined);
  return found ? { dateOrder: found.dateOrder } : {};
}

function describe(sniffed: Sniffed, encoding: string): Omit<Dialect, 'compression'> {
  const { newline, decimal, header, marks } = sniffed;
  const quote = marks.quote === 0x27 ? "'" : '"';
  return {
    format: 'delimited',
    encoding,
    delimiter: String.fromCharCode(marks.delimiter),
    quote,
    newline,
    decimal,
    header,
  };
}
