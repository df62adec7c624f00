import { NeumannError } from '../../errors.ts';
import { LONGEST_CELL } from '../table/typing/columnFromValues.ts';
import { NumberBlock } from './numberBlock.ts';

const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const MINUS = 0x2d;
const ZERO = 0x30;
/** A number of so many digits is an int32, and exact. */
const FEW_DIGITS = 9;
const POWERS = Float64Array.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9);
/** The quotes around a cell do not count towards its length. */
const QUOTES = 2;

/** The marks of a delimited file as byte values. `newline` is the last byte of a line end. */
export interface Marks {
  readonly delimiter: number;
  readonly quote: number;
  readonly newline: number;
}

/** Takes cells as they are found. `bytes[start, end)` is valid during the call alone. */
export interface CellSink {
  /** Where cells go that are plain numbers, instead of to `cell`. */
  readonly numbers?: NumberBlock;
  cell(column: number, bytes: Uint8Array, start: number, end: number): void;
  /** The row's lines in the file, from 1: several where a quoted cell holds line ends. */
  endRow(cells: number, firstLine: number, lastLine: number): void;
}

/**
 * Cuts a delimited file into cells, from pieces of any length. Works on bytes, so an encoding in which the marks are single
 * bytes (UTF-8, latin-1, windows-125x) need not be known, and no character can break at the edge of a piece.
 *
 * Quoted cells follow RFC 4180: they may hold delimiters, line ends and doubled quotes. Beyond it: spaces around a quoted cell and
 * around any unquoted one are dropped; a quote inside a cell that does not end it is a character; blank lines are skipped.
 */
export class DelimitedScanner {
  readonly #marks: Marks;
  readonly #sink: CellSink;
  readonly #name: string;
  readonly #numbers: NumberBlock;
  /** Begins with what is left of the pieces before: a cell that is not complete yet. */
  #buffer = new Uint8Array(1 << 16);
  #carried = 0;
  #scratch = new Uint8Array(256);
  #column = 0;
  #line = 1;
  #rowLine = 1;
  #blankLines = 0;

  constructor(marks: Marks, sink: CellSink, name: string) {
    this.#marks = marks;
    this.#sink = sink;
    this.#name = name;
    this.#numbers = sink.numbers ?? new NumberBlock(0);
  }

  get blankLines(): number {
    return this.#blankLines;
  }

  push(piece: Uint8Array): void {
    const bytes = this.#carried === 0 ? piece : this.#join(piece);
    const used = this.#scan(bytes, false);
    this.#checkLength(bytes, used, bytes.length - QUOTES);
    this.#carry(bytes.subarray(used));
  }

  /** Ends the file: its last row may lack a line end. */
  finish(): void {
    const rest = this.#buffer.subarray(0, this.#carried);
    const used = this.#scan(rest, true);
    if (used < rest.length) throw this.#openQuote();
    // Behind a delimiter at the very end there is one more cell, an empty one.
    if (this.#column > 0) this.#emit(rest, 0, 0, this.#marks.newline);
  }

  /** The piece behind what was left of those before. */
  #join(piece: Uint8Array): Uint8Array {
    const length = this.#carried + piece.length;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#buffer.subarray(0, this.#carried));
      this.#buffer = larger;
    }
    this.#buffer.set(piece, this.#carried);
    return this.#buffer.subarray(0, length);
  }

  /** Keeps what is left, which may be the end of what `#join` gave. */
  #carry(rest: Uint8Array): void {
    this.#carried = 0;
    this.#join(rest);
    this.#carried = rest.length;
  }

  /** Emits every complete cell and returns how many bytes they took. */
  #scan(bytes: Uint8Array, last: boolean): number {
    const { delimiter, newline, quote } = this.#marks;
    const length = bytes.length;
    let at = 0;
    while (at < length) {
      const behind = this.#scanNumber(bytes, at);
      if (behind > 0) {
        at = behind;
        continue;
      }
      let start = at;
      while (start < length && isSpace(bytes[start], delimiter)) start++;
      if (start < length && bytes[start] === quote) {
        const next = this.#scanQuoted(bytes, start, last);
        if (next < 0) return at;
        at = next;
        continue;
      }
      let end = start;
      while (end < length && bytes[end] !== delimiter && bytes[end] !== newline) end++;
      if (end === length && !last) return at;
      this.#emitPlain(bytes, start, end, end === length ? newline : bytes[end]);
      at = end + 1;
    }
    return length;
  }

  /**
   * Takes the cell at `start` where it is a number of few digits, a mark and a sign alone, as nearly all are, and says where the next one
   * begins; 0 where the cell is anything else. One division of exact numbers: rounded as `parseNumber` and `Number` do.
   */
  #scanNumber(bytes: Uint8Array, start: number): number {
    const { decimals, values, row } = this.#numbers;
    const column = this.#column;
    if (column >= decimals.length || decimals[column] === 0) return 0;
    const decimal = decimals[column];
    const length = bytes.length;
    const negative = bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    const first = at;
    let number = 0;
    for (; at < length && bytes[at] >= ZERO && bytes[at] <= ZERO + 9; at++)
      number = (Math.imul(number, 10) + bytes[at] - ZERO) | 0;
    let digits = at - first;
    let scale = 0;
    if (at < length && bytes[at] === decimal) {
      const point = at++;
      for (; at < length && bytes[at] >= ZERO && bytes[at] <= ZERO + 9; at++)
        number = (Math.imul(number, 10) + bytes[at] - ZERO) | 0;
      scale = at - point - 1;
      digits += scale;
    }
    if (digits === 0 || digits > FEW_DIGITS || at >= length) return 0;
    const terminator = bytes[at];
    if (terminator !== this.#marks.delimiter && terminator !== this.#marks.newline) return 0;
    const magnitude = number / POWERS[scale];
    values[row + column] = negative ? -magnitude : magnitude;
    this.#column++;
    if (terminator === this.#marks.newline) this.#endRow();
    return at + 1;
  }

  /** Emits the cell whose opening quote is at `open`; returns where the next one begins, or -1 if its end is not there yet. */
  #scanQuoted(bytes: Uint8Array, open: number, last: boolean): number {
    const { delimiter, newline, quote } = this.#marks;
    const length = bytes.length;
    let doubled = false;
    let lineEnds = 0;
    for (let at = open + 1; at < length; at++) {
      if (bytes[at] === newline) lineEnds++;
      if (bytes[at] !== quote) continue;
      let after = at + 1;
      if (bytes[after] === quote) {
        doubled = true;
        at = after;
        continue;
      }
      while (after < length && bytes[after] !== newline && isTrailingSpace(bytes[after], delimiter)) after++;
      if (after === length && !last) return -1;
      if (after < length && bytes[after] !== delimiter && bytes[after] !== newline) continue;
      this.#line += lineEnds;
      this.#emitQuoted(bytes, open + 1, at, doubled, after === length ? newline : bytes[after]);
      return after + 1;
    }
    return -1;
  }

  #emitPlain(bytes: Uint8Array, start: number, end: number, terminator: number): void {
    const { delimiter, newline } = this.#marks;
    while (end > start && isTrailingSpace(bytes[end - 1], delimiter)) end--;
    if (start === end && this.#column === 0 && terminator === newline) {
      this.#blankLines++;
      this.#rowLine = ++this.#line;
    } else this.#emit(bytes, start, end, terminator);
  }

  #emitQuoted(bytes: Uint8Array, start: number, end: number, doubled: boolean, terminator: number): void {
    if (!doubled) return this.#emit(bytes, start, end, terminator);
    this.#checkLength(bytes, start, end);
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array(2 * (end - start));
    let length = 0;
    for (let at = start; at < end; at++) {
      this.#scratch[length++] = bytes[at];
      if (bytes[at] === this.#marks.quote && bytes[at + 1] === this.#marks.quote) at++;
    }
    this.#emit(this.#scratch, 0, length, terminator);
  }

  #emit(bytes: Uint8Array, start: number, end: number, terminator: number): void {
    this.#checkLength(bytes, start, end);
    this.#sink.cell(this.#column++, bytes, start, end);
    if (terminator === this.#marks.newline) this.#endRow();
  }

  #endRow(): void {
    this.#sink.endRow(this.#column, this.#rowLine, this.#line);
    this.#column = 0;
    this.#rowLine = ++this.#line;
  }

  #checkLength(bytes: Uint8Array, start: number, end: number): void {
    if (end - start <= LONGEST_CELL) return;
    const quoted = bytes[start] === this.#marks.quote || bytes[start - 1] === this.#marks.quote;
    const advice = quoted ? 'close its quote, or shorten it' : 'shorten it, or name the right --delimiter';
    throw new NeumannError(
      'cell-too-long',
      `${this.#name}, line ${this.#rowLine}: cell ${this.#column + 1} is longer than 1 MiB; ${advice}.`,
    );
  }

  #openQuote(): NeumannError {
    return new NeumannError(
      'open-quote',
      `${this.#name}, line ${this.#rowLine}: cell ${this.#column + 1} opens a quote that is never closed; close it, or double it if it belongs to the text.`,
    );
  }
}

function isSpace(byte: number, delimiter: number): boolean {
  return (byte === SPACE || byte === TAB) && byte !== delimiter;
}

/** The carriage return of a CRLF counts as a space at the end of a line. */
function isTrailingSpace(byte: number, delimiter: number): boolean {
  return (byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN) && byte !== delimiter;
}
