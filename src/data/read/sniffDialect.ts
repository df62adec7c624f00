import { NeumannError } from '../../errors.ts';
import { isMissingWord } from '../table/typing/missingWords.ts';
import { DelimitedScanner, type CellSink, type Marks } from './delimitedScanner.ts';
import type { ReadOptions } from './readOptions.ts';

/** The beginning of a file: its bytes, and whether they are all of it. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly complete: boolean;
}

/** How a delimited file is written, and its first rows as binary strings (a character per byte). */
export interface Sniffed {
  readonly marks: Marks;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly decimal: '.' | ',';
  /** Whether the mark was given or seen, rather than taken for want of any. */
  readonly decimalKnown: boolean;
  readonly header: boolean;
  /** Rows before the header: the `sep=;` that Excel writes and reads. */
  readonly skip: number;
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const QUOTES = ['"', "'"] as const;
const MOST_ROWS = 2000;
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/;

/** Finds delimiter, quote, line end, decimal mark and header on the beginning of a file; what `options` say holds. */
export function sniffDialect(head: Head, options: ReadOptions, name: string): Sniffed {
  const newline = findNewline(head.bytes);
  const separator = /^sep=(.)[\r\n]/i.exec(binaryString(head.bytes.subarray(0, 8)));
  const named = options.delimiter === undefined ? undefined : delimiterCharacter(options.delimiter);
  if (named !== undefined && named === options.decimal) throw sameMarks(named);
  const given = named ?? separator?.[1];
  const candidates = (given === undefined ? DELIMITERS : [given]).flatMap((delimiter) =>
    QUOTES.map((quote) => score(head, { delimiter, quote, newline }, name)),
  );
  const best = candidates
    .filter(({ quote, quoted }) => quote === '"' || quoted)
    .reduce((a, b) => (isBetter(b, a, name) ? b : a));
  if (best.rows.length === 0) throw noFirstRow(head, best.marks, name);
  const rows = separator ? best.rows.slice(1) : best.rows;
  const decimal = options.decimal
    ? { mark: options.decimal, known: true }
    : findDecimal(rows, best.delimiter);
  return {
    marks: best.marks,
    newline,
    decimal: decimal.mark,
    decimalKnown: decimal.known,
    header: options.header ?? hasHeader(rows),
    skip: separator ? 1 : 0,
    rows,
  };
}

function delimiterCharacter(given: string): string {
  const named: Record<string, string> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
    space: ' ',
  };
  const character = named[given.toLowerCase()] ?? given;
  if (character.length === 1 && character.charCodeAt(0) < 0x80 && !/["\r\n\d]/.test(character))
    return character;
  throw new NeumannError(
    'bad-delimiter',
    `'${given}' cannot be the delimiter; give one character such as , or ; or |, or the word tab.`,
  );
}

function sameMarks(mark: string): NeumannError {
  const text = `'${mark}' cannot be both the delimiter and the decimal mark; say which it is, and leave the other out.`;
  return new NeumannError('bad-delimiter', text);
}

/** A line feed outside quotes ends lines; carriage returns alone do in old files, whose quoted cells may hold line feeds. */
function findNewline(bytes: Uint8Array): '\n' | '\r\n' | '\r' {
  let quoted = false;
  let returns = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x22) quoted = !quoted;
    else if (!quoted && bytes[at] === 0x0a) return bytes[at - 1] === 0x0d ? '\r\n' : '\n';
    else if (!quoted && bytes[at] === 0x0d) returns = true;
  }
  return returns ? '\r' : '\n';
}

interface Candidate {
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly marks: Marks;
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  /** Share of rows as wide as most are, halved where the first is not. */
  readonly consistency: number;
  /** Share of the cells below the first row that are numbers, dates or empty. */
  readonly typed: number;
  /** Whether at least half of the rows hold a cell that stood in these quotes. */
  readonly quoted: boolean;
}

interface Written {
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly newline: string;
}

function score(head: Head, written: Written, name: string): Candidate {
  const { delimiter, quote, newline } = written;
  const last = newline[newline.length - 1];
  const marks = {
    delimiter: delimiter.charCodeAt(0),
    quote: quote.charCodeAt(0),
    newline: last.charCodeAt(0),
  };
  const rows = sampleRows(head, marks, name);
  const width = commonWidth(rows);
  const share = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  const cells = rows.slice(1).flat();
  const typed =
    cells.filter((cell) => cell === '' || NUMBER.test(cell) || DATE.test(cell)).length /
    Math.max(1, cells.length);
  const consistency = rows[0]?.length === width ? share : share / 2;
  return {
    delimiter,
    quote,
    marks,
    rows,
    width,
    consistency,
    typed,
    quoted: usesQuote(head, written, rows.length),
  };
}

/** The complete rows at the beginning, up to where these marks meet something that is wrong with the file. */
function sampleRows(head: Head, marks: Marks, name: string): string[][] {
  const rows: string[][] = [];
  try {
    scanHead(head, marks, name, rows);
  } catch (error) {
    // It is said when the file is read in full; here it only speaks against the marks.
    if (!(error instanceof NeumannError)) throw error;
  }
  return rows;
}

function scanHead(head: Head, marks: Marks, name: string, rows: string[][]): void {
  let row: string[] = [];
  const text = headText(head);
  const sink: CellSink = {
    cell: (_, bytes, start, end) => {
      if (rows.length === MOST_ROWS) return;
      row.push(bytes === head.bytes ? text.slice(start, end) : binaryString(bytes.subarray(start, end)));
    },
    endRow: () => {
      if (rows.length < MOST_ROWS) rows.push(row);
      row = [];
    },
  };
  const scanner = new DelimitedScanner(marks, sink, name);
  scanner.push(head.bytes);
  if (head.complete) scanner.finish();
}

/** Says what is wrong with the first line: something in it, or that it does not end. */
function noFirstRow(head: Head, marks: Marks, name: string): NeumannError {
  scanHead(head, marks, name, []);
  const read = Math.round(head.bytes.length / 1024);
  const text = `${name}: the first row does not end within ${read} KiB; is a quote left open there, or is it no table?`;
  return new NeumannError('no-table', text);
}

const headTexts = new WeakMap<Uint8Array, string>();

/** The head as a binary string: made once, as every candidate cuts the same head. */
function headText({ bytes }: Head): string {
  const known = headTexts.get(bytes);
  if (known !== undefined) return known;
  const text = binaryString(bytes);
  headTexts.set(bytes, text);
  return text;
}

function binaryString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function usesQuote(head: Head, { delimiter, quote, newline }: Written, rows: number): boolean {
  const text = headText(head).slice(0, 1 << 16);
  const edge = `[${delimiter === '\t' ? '\\t' : `\\${delimiter}`}\\r\\n]`;
  const openings = text.match(new RegExp(`(?:^|${edge})${quote}`, 'g'))?.length ?? 0;
  const closings = text.match(new RegExp(`${quote}(?:$|${edge})`, 'g'))?.length ?? 0;
  const lines = text.split(newline).length;
  return Math.min(openings, closings) * 2 >= Math.min(rows, lines) && openings === closings;
}

function isBetter(a: Candidate, b: Candidate, name: string): boolean {
  const ranks = (candidate: Candidate): number[] => [
    candidate.width > 1 && candidate.consistency >= 0.25 ? 1 : 0,
    candidate.delimiter === '\t' && /\.(?:tsv|tab)(?:\.gz)?$/i.test(name) ? 1 : 0,
    Math.round(candidate.consistency * 50),
    candidate.quote === "'" ? 1 : 0,
    Math.round(candidate.typed * 50),
    candidate.width,
  ];
  const [ofA, ofB] = [ranks(a), ranks(b)];
  const at = ofA.findIndex((rank, i) => rank !== ofB[i]);
  return at >= 0 && ofA[at] > ofB[at];
}

/** The mark with evidence: a number that cannot be read otherwise. Semicolons between cells speak for decimal commas. */
function findDecimal(
  rows: readonly (readonly string[])[],
  delimiter: string,
): { mark: '.' | ','; known: boolean } {
  let dots = 0;
  let commas = 0;
  let unclear = 0;
  for (const cell of rows.slice(1).flat()) {
    if (!NUMBER.test(cell)) continue;
    if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell)) unclear++;
    else if (cell.includes(',')) commas++;
    else if (cell.includes('.')) dots++;
  }
  if (commas > dots) return { mark: ',', known: dots === 0 };
  if (dots > 0) return { mark: '.', known: commas === 0 };
  return { mark: delimiter === ';' && unclear > 0 ? ',' : '.', known: false };
}

/**
 * No header where the first row looks like the rest: every column of numbers has a number there too, and every word stands in its
 * column again. A single row is a header.
 */
function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return true;
  let numeric = 0;
  for (let column = 0; column < first.length; column++) {
    const cells = rest.map((row) => row[column] ?? '').filter((cell) => cell !== '' && !isMissingWord(cell));
    const numbers = cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
    if (numbers && NUMBER.test(first[column])) numeric++;
    else if (first[column] !== '' && !isMissingWord(first[column]) && !cells.includes(first[column]))
      return true;
  }
  return numeric === 0;
}
