import { NeumannError } from '../../errors.ts';
import type { Warning } from '../table/table.ts';
import type { ColumnBuilder } from './columnBuilder.ts';
import type { CellSink } from './delimitedScanner.ts';

/** Hands the cells of each row to the builders of its columns, and refuses a row of another width. */
export class RowSink implements CellSink {
  readonly #builders: readonly ColumnBuilder[];
  readonly #name: string;
  #headerRows: number;
  #rows = 0;
  #surplus = false;
  #trailingDelimiters = 0;

  /** @param headerRows rows at the beginning that are no data */
  constructor(builders: readonly ColumnBuilder[], headerRows: number, name: string) {
    this.#builders = builders;
    this.#headerRows = headerRows;
    this.#name = name;
  }

  get rows(): number {
    return this.#rows;
  }

  warnings(): Warning[] {
    if (this.#trailingDelimiters === 0) return [];
    const text = `${counted(this.#trailingDelimiters, 'row')} of ${this.#name} ended with a delimiter too many, which was dropped.`;
    return [{ code: 'trailing-delimiter', text }];
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#headerRows > 0) return;
    if (column < this.#builders.length) this.#builders[column].append(bytes, start, end);
    else if (start < end || column > this.#builders.length) this.#surplus = true;
  }

  endRow(cells: number, firstLine: number, lastLine: number): void {
    if (this.#headerRows > 0) {
      this.#headerRows--;
      return;
    }
    if (cells < this.#builders.length || this.#surplus) throw this.#ragged(cells, firstLine, lastLine);
    if (cells > this.#builders.length) this.#trailingDelimiters++;
    this.#rows++;
  }

  #ragged(cells: number, firstLine: number, lastLine: number): NeumannError {
    const where = firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`;
    const advice =
      firstLine === lastLine
        ? 'correct that line, or name the right --delimiter'
        : 'a quote opens there; is it closed in the right place?';
    const width = this.#builders.length;
    const text = `${this.#name}, ${where}: ${counted(cells, 'cell')} where the table has ${counted(width, 'column')}; ${advice}.`;
    return new NeumannError('ragged-row', text);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
