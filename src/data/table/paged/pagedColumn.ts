import type { Column, DateColumn, NumberColumn, Table, TextColumn } from '../table.ts';
import type { PageStore } from './pageStore.ts';
import { PAGE_ROWS, codePages, numberPages, type Pages } from './pages.ts';

/** A column whose values lie in pages. Asked for, they are read whole, and held until others are asked for. */
class PagedNumbers {
  readonly name: string;
  readonly type: 'number' | 'date';
  readonly pages: Pages<Float64Array>;

  constructor(name: string, type: 'number' | 'date', pages: Pages<Float64Array>) {
    this.name = name;
    this.type = type;
    this.pages = pages;
  }

  get values(): Float64Array {
    return this.pages.whole();
  }
}

/** The same of words: their codes lie in pages. */
class PagedWords {
  readonly name: string;
  readonly type = 'text';
  readonly dictionary: readonly string[];
  readonly pages: Pages<Int32Array>;

  constructor(name: string, dictionary: readonly string[], pages: Pages<Int32Array>) {
    this.name = name;
    this.dictionary = dictionary;
    this.pages = pages;
  }

  get codes(): Int32Array {
    return this.pages.whole();
  }
}

/** A column of what was gathered in pages: paged where the table's pages are, else as one array. */
export function columnOfPages(name: string, pages: Pages<Float64Array>, store: PageStore): NumberColumn {
  return store.spilled
    ? (new PagedNumbers(name, 'number', pages) as NumberColumn)
    : { name, type: 'number', values: pages.intoArray() };
}

/** A column that is in memory, put into pages where the table's other pages are on disk. */
export function pageOut(column: Column, store: PageStore): Column {
  if (!store.spilled || column instanceof PagedNumbers || column instanceof PagedWords) return column;
  if (column.type === 'text') return new PagedWords(column.name, column.dictionary, codesOf(column, store));
  return new PagedNumbers(column.name, column.type, numbersOf(column, store)) as NumberColumn | DateColumn;
}

function codesOf({ codes }: TextColumn, store: PageStore): Pages<Int32Array> {
  const writer = codePages(store);
  for (let row = 0; row < codes.length; row++) writer.push(codes[row]);
  return writer.finish();
}

function numbersOf({ values }: NumberColumn | DateColumn, store: PageStore): Pages<Float64Array> {
  const writer = numberPages(store);
  for (let row = 0; row < values.length; row++) writer.push(values[row]);
  return writer.finish();
}

/**
 * Gives the rows of a column piece by piece. What a piece holds is written over by the next one where the column is paged.
 * A piece begins at the first row of a page.
 */
export function columnPieces(column: Column): (start: number, end: number) => Column {
  if (column instanceof PagedNumbers) {
    const { name, type, pages } = column as PagedNumbers;
    let space: Float64Array | undefined;
    return (start, end) => ({ name, type, values: (space = pages.slice(start, end, space)) }) as Column;
  }
  if (column instanceof PagedWords) {
    const { name, dictionary, pages } = column as PagedWords;
    let space: Int32Array | undefined;
    return (start, end) => ({
      name,
      type: 'text',
      dictionary,
      codes: (space = pages.slice(start, end, space)),
    });
  }
  return column.type === 'text'
    ? (start, end) => ({ ...column, codes: column.codes.subarray(start, end) })
    : (start, end) => ({ ...column, values: column.values.subarray(start, end) });
}

export function rowsOf(column: Column): number {
  if (column instanceof PagedNumbers || column instanceof PagedWords) return column.pages.length;
  return column.type === 'text' ? column.codes.length : column.values.length;
}

/** Goes through a column from its first row on; what a piece holds may be written over by the next one. */
export function* piecesOf(column: Column): Generator<{ readonly piece: Column; readonly start: number }> {
  const rows = rowsOf(column);
  const pieceAt = columnPieces(column);
  for (let start = 0; start < rows; start += PAGE_ROWS)
    yield { piece: pieceAt(start, Math.min(start + PAGE_ROWS, rows)), start };
}

/** Holds no column of a table in memory whole any more, where it has them in pages. */
export function letGo(table: Table): void {
  for (const column of table.columns)
    if (column instanceof PagedNumbers || column instanceof PagedWords) column.pages.letGo();
}
