import { NeumannError } from '../../errors.ts';
import type { Warning } from '../table/table.ts';
import type { ColumnBuilder } from './columnBuilder.ts';
import type { CellSink } from './delimitedScanner.ts';
import { NumberBlock } from './numberBlock.ts';

/** Hands the cells of each row to the builders of its columns, and refuses a row of another width. */
export class RowSink implements CellSink {
  readonly numbers: NumberBlock;
  readonly #builders: readonly ColumnBuilder[];
  readonly #name: string;
  #headerRows: number;
  #rows = 0;
  #surplus = false;
  #trailingDelimiters = 0;

  /** @param headerRows rows at the beginning that are no data */
  constructor(builders: readonly ColumnBuilder[], headerRows: number, name: string) {
    this.numbers = new NumberBlock(builders.length);
    this.#builders = builders;
    this.#headerRows = headerRows;
    this.#name = name;
    if (headerRows === 0) this.#takeNumbers();
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
    if (column < this.#builders.length) {
      const builder = this.#builders[column];
      if (builder.kind === 'number')
        this.numbers.values[this.numbers.row + column] = builder.numberOf(bytes, start, end);
      else builder.append(bytes, start, end);
    } else if (start < end || column > this.#builders.length) this.#surplus = true;
  }

  endRow(cells: number, firstLine: number, lastLine: number): void {
    if (this.#headerRows > 0) {
      if (--this.#headerRows === 0) this.#takeNumbers();
      return;
    }
    if (cells < this.#builders.length || this.#surplus) throw this.#ragged(cells, firstLine, lastLine);
    if (cells > this.#builders.length) this.#trailingDelimiters++;
    this.#rows++;
    this.numbers.row += this.#builders.length;
    if (this.numbers.row === this.numbers.values.length) this.finish();
  }

  /** Hands on the numbers that wait. */
  finish(): void {
    const { values, row } = this.numbers;
    this.#builders.forEach((builder, column) => {
      if (builder.kind === 'number') builder.take(values, column, row, this.#builders.length);
    });
    this.numbers.row = 0;
  }

  #takeNumbers(): void {
    this.#builders.forEach((builder, column) => {
      if (builder.kind === 'number') this.numbers.decimals[column] = builder.decimal;
    });
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
