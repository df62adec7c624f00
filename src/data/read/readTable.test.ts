import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../table/table.ts';
import type { ReadOptions } from './readOptions.ts';
import { readTable } from './readTable.ts';

type Cell = number | string | null;

/** A column's cells as plain values: dates as ISO strings, missing as null. */
function cells(column: Column): Cell[] {
  if (column.type === 'text')
    return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]));
  return Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return null;
    return column.type === 'date' ? new Date(value).toISOString() : value;
  });
}

function plain(table: Table): Record<string, Cell[]> {
  return Object.fromEntries(table.columns.map((column) => [column.name, cells(column)]));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** latin-1 bytes. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function read(source: string | Uint8Array, options: ReadOptions = {}) {
  const result = await readTable(typeof source === 'string' ? utf8(source) : source, {
    name: 'data',
    ...options,
  });
  return { ...result, cells: plain(result.table), codes: result.warnings.map(({ code }) => code) };
}

describe('the dialect is found', () => {
  const expected = { a: [1, 3.5], b: ['x', 'y z'] };

  test.each<[string, string]>([
    ['commas', 'a,b\n1,x\n3.5,y z\n'],
    ['semicolons with decimal commas', 'a;b\n1;x\n3,5;y z\n'],
    ['tabs', 'a\tb\n1\tx\n3.5\ty z\n'],
    ['bars', 'a|b\n1|x\n3.5|y z\n'],
    ['CRLF', 'a,b\r\n1,x\r\n3.5,y z\r\n'],
    ['CR', 'a,b\r1,x\r3.5,y z\r'],
    ['no line end at the end', 'a,b\n1,x\n3.5,y z'],
    ['a byte-order mark', '\ufeffa,b\n1,x\n3.5,y z\n'],
    ['quotes', '"a","b"\n"1","x"\n"3.5","y z"\n'],
    ['single quotes', "'a','b'\n'1','x'\n'3.5','y z'\n"],
    ['spaces around cells', 'a , b\n 1, x\n3.5 , "y z" \n'],
    ['blank lines', '\na,b\n\n1,x\n   \n3.5,y z\n\n'],
    ['the line that Excel writes', 'sep=;\r\na;b\r\n1;x\r\n3,5;y z\r\n'],
    ['a delimiter at the end of each line', 'a,b,\n1,x,\n3.5,y z,\n'],
    ['a delimiter too many below the header', 'a,b\n1,x,\n3.5,y z,\n'],
  ])('%s', async (_, text) => {
    expect((await read(text)).cells).toEqual(expected);
  });

  test('it is told', async () => {
    const { dialect } = await read('a;b\r\n"1,5";"x"\r\n2;y\r\n');
    expect(dialect).toEqual({
      format: 'delimited',
      compression: 'none',
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      newline: '\r\n',
      decimal: ',',
      header: true,
    });
  });

  test('two decimal commas and one semicolon are two numbers, not three cells', async () => {
    expect((await read('1,5;2,5\n3,25;4\n', { header: false })).cells).toEqual({
      column_1: [1.5, 3.25],
      column_2: [2.5, 4],
    });
  });

  test('what is said holds', async () => {
    expect((await read('a,b;c\n1,2;3\n', { delimiter: ',' })).cells).toEqual({ a: [1], 'b;c': ['2;3'] });
    expect((await read('a\tb\n1\t2\n', { delimiter: 'tab' })).cells).toEqual({ a: [1], b: [2] });
    expect((await read('a;b\n"1.234";5\n', { decimal: ',' })).cells).toEqual({ a: [1234], b: [5] });
    for (const mark of [',', '.'] as const)
      await expect(read('a,b\n1,2\n', { delimiter: mark, decimal: mark })).rejects.toThrow(
        `'${mark}' cannot be both the delimiter and the decimal mark; say which it is, and leave the other out.`,
      );
    await expect(read('a,b\n1,2\n', { delimiter: 'ab' })).rejects.toThrow("'ab' cannot be the delimiter");
  });

  test('a word with commas in it does not make a table of one column two', async () => {
    expect((await read('text\n"hello, world"\nplain\n')).cells).toEqual({ text: ['hello, world', 'plain'] });
  });
});

describe('quoted cells', () => {
  test('hold delimiters, line ends and doubled quotes', async () => {
    const { cells } = await read('a,b\n"x, ""y""","two\nlines"\n"""",z\n"5"" pipe",5" pipe\n');
    expect(cells).toEqual({ a: ['x, "y"', '"', '5" pipe'], b: ['two\nlines', 'z', '5" pipe'] });
  });
  test('an empty one is missing', async () => {
    expect((await read('a,b\n"",x\n1,""\n')).cells).toEqual({ a: [null, 1], b: ['x', null] });
  });
});

describe('the header', () => {
  test('names are trimmed, repeated ones numbered, empty ones made up', async () => {
    const { cells, warnings } = await read('x, x ,,x_2\n1,2,3,4\n');
    expect(Object.keys(cells)).toEqual(['x', 'x_3', 'column_3', 'x_2']);
    expect(warnings.map(({ text }) => text)).toEqual([
      "The name 'x' stands in the header more than once: the later column is called 'x_3'.",
      "Column 3 has no name in the header: it is called 'column_3'.",
    ]);
  });
  test('is missed where the first line is like the others', async () => {
    const numbers = await read('5.1,3.5,setosa\n4.9,3,setosa\n6,3.1,virginica\n');
    expect(numbers.cells).toEqual({
      column_1: [5.1, 4.9, 6],
      column_2: [3.5, 3, 3.1],
      column_3: ['setosa', 'setosa', 'virginica'],
    });
    expect(numbers.codes).toContain('no-header');
    expect((await read('1,2\n3,4\n', { header: true })).cells).toEqual({ '1': [3], '2': [4] });
  });
  test('may hold numbers where a column of words or another name speaks for it', async () => {
    const { table } = await read('country,2019,2020\nHU,1,2\nAT,3,4\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['country', '2019', '2020']);
  });
  test('a column may be called __proto__ or constructor', async () => {
    const { table } = await read('__proto__,constructor\n1,x\n');
    expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
      ['__proto__', 'number'],
      ['constructor', 'text'],
    ]);
  });
});

describe('encodings', () => {
  const towns = 'town\nPécs\nGyőr\nHódmezővásárhely\n';
  // Pécs, Győr, Hódmezővásárhely
  const windows1250 = bytes('town\nP\xe9cs\nGy\xf5r\nH\xf3dmez\xf5v\xe1s\xe1rhely\n');

  test('UTF-8', async () => {
    const { cells, codes } = await read(towns);
    expect(cells).toEqual({ town: ['Pécs', 'Győr', 'Hódmezővásárhely'] });
    expect(codes).toEqual([]);
  });
  test('windows-1250 is found by its Hungarian letters, and said', async () => {
    const { cells, warnings, dialect } = await read(windows1250);
    expect(cells).toEqual({ town: ['Pécs', 'Győr', 'Hódmezővásárhely'] });
    expect(dialect.encoding).toBe('windows-1250');
    expect(warnings[0].text).toBe(
      "data is not UTF-8; it was read as windows-1250 (for instance 'Pécs'); pass --encoding if that is wrong.",
    );
  });
  test.each([
    ['windows-1252', 'Z\xfcrich', 'Zürich'],
    ['windows-1252', 'ao\xfbt', 'août'],
    ['windows-1252', 'S\xe3o Paulo, a\xe7\xf5es', 'São Paulo, ações'],
    ['windows-1252', '\x80 5 \x96 \x93M\xe1laga\x94', '€ 5 – “Málaga”'],
    ['windows-1250', '\xa3\xf3d\x9f', 'Łódź'],
    ['windows-1250', 'P\xf8\xedbram \xe8esk\xfd', 'Příbram český'],
    ['windows-1251', '\xcc\xee\xf1\xea\xe2\xe0', 'Москва'],
  ])('%s', async (encoding, written, text) => {
    const { cells, dialect } = await read(bytes(`word;n\n${written};1\nb;2\n`));
    expect(dialect.encoding).toBe(encoding);
    expect(cells.word).toEqual([text, 'b']);
  });
  test('found late in the file, after 64 KiB of ASCII', async () => {
    const { cells } = await read(bytes(`town,n\n${'abc,1\n'.repeat(20_000)}Gy\xf5r,2\nP\xe9cs,3\n`));
    expect(cells.town.slice(-2)).toEqual(['Győr', 'Pécs']);
  });
  test('as said', async () => {
    expect((await read(windows1250, { encoding: 'latin1' })).cells.town[1]).toBe('Gyõr');
    expect((await read(windows1250, { encoding: 'iso-8859-2' })).cells.town[1]).toBe('Győr');
    await expect(read(towns, { encoding: 'utf-9' })).rejects.toThrow("no encoding called 'utf-9'");
  });
  test.each(['utf-16le', 'utf-16be'])('%s with and without a mark', async (encoding) => {
    for (const mark of ['', '\ufeff']) {
      const text = `${mark}town;n\r\nPécs;1\r\nGyőr;2\r\nA;3\r\n`;
      const written = new Uint8Array(text.length * 2);
      const view = new DataView(written.buffer);
      for (let i = 0; i < text.length; i++)
        view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le');
      const { cells, dialect } = await read(written);
      expect(cells).toEqual({ town: ['Pécs', 'Győr', 'A'], n: [1, 2, 3] });
      expect(dialect.encoding).toBe(encoding);
    }
  });
  test('one broken word does not make a UTF-8 file another', async () => {
    const { cells, codes } = await read(Uint8Array.from([...utf8(towns), 0x50, 0xe9, 0x63, 0x73, 0x0a]));
    expect(cells.town).toEqual(['Pécs', 'Győr', 'Hódmezővásárhely', 'P\ufffdcs']);
    expect(codes).toEqual(['broken-utf8']);
  });
});

describe('types', () => {
  const column = async (words: string[], options: ReadOptions = {}) => {
    const result = await read(`v|w\n${words.map((word) => `${word}|x`).join('\n')}\n`, options);
    return {
      type: result.table.columns[0].type,
      cells: result.cells.v,
      warnings: result.warnings.map(({ text }) => text),
    };
  };

  test('words for missing values among numbers are said', async () => {
    const { type, cells, warnings } = await column(['1', 'n/a', '?', '', '2', 'n/a', 'inf']);
    expect({ type, cells }).toEqual({ type: 'number', cells: [1, null, null, null, 2, null, null] });
    expect(warnings).toEqual([
      "Column 'v' holds 'n/a' (2 rows), '?' (1 row), 'inf' (1 row) among its numbers: read as missing.",
    ]);
  });
  test('the same words among words are kept, and said', async () => {
    const { cells, warnings } = await column(['red', 'NA', 'none']);
    expect(cells).toEqual(['red', 'NA', 'none']);
    expect(warnings[0]).toContain("is text and holds 'NA' (1 row), kept as a value of its own");
    expect((await column(['red', 'NA'], { missingWords: ['NA'] })).cells).toEqual(['red', null]);
  });
  test('a stray word among many numbers is missing, with its row', async () => {
    const { cells, warnings } = await column([...Array.from({ length: 30 }, (_, i) => String(i)), '12..5']);
    expect(cells.at(-1)).toBeNull();
    expect(warnings[0]).toContain("'12..5' (1 row) among its numbers, first in row 31");
  });
  test('words that come late make a column of words, spelt as they stand', async () => {
    const numbers = Array.from({ length: 30_000 }, (_, i) => `${i}.50`);
    const words = Array.from({ length: 6000 }, (_, i) => `w${i % 3}`);
    const { type, cells } = await column([...numbers, ...words]);
    expect(type).toBe('text');
    expect([cells[0], cells[29_999], cells.at(-1)]).toEqual(['0.50', '29999.50', 'w2']);
  });
  test('numbers that come late after nothing are numbers', async () => {
    const { type, cells } = await column([...Array.from({ length: 40_000 }, () => ''), '1.5', '2']);
    expect(type).toBe('number');
    expect(cells.slice(-3)).toEqual([null, 1.5, 2]);
  });
  test('whole numbers beyond 2^53 are kept to the last digit', async () => {
    const ids = ['9007199254740993', '9007199254740995'];
    const { cells, warnings } = await column(ids);
    expect(cells).toEqual(ids);
    expect(warnings[0]).toContain('beyond 2^53');
  });
  test('values beyond float32 are kept and said; beyond float64 they are missing', async () => {
    const { cells, warnings } = await column(['1e39', '1e999', '2', '-1e400']);
    expect(cells).toEqual([1e39, null, 2, null]);
    expect(warnings.join()).toContain('1 value(s) beyond 3.40e+38');
  });
  test('dates', async () => {
    const { type, cells } = await column(['2024-01-31', '', '2024-02-29']);
    expect({ type, cells }).toEqual({
      type: 'date',
      cells: ['2024-01-31T00:00:00.000Z', null, '2024-02-29T00:00:00.000Z'],
    });
    expect((await column(['03/04/2024', '04/03/2024'])).warnings[0]).toContain('day first or month first');
  });
  test('the order of dates is told, and taken where a few rows do not show it', async () => {
    const { dialect } = await read('day,n\n03/04/2024,1\n25/04/2024,2\n');
    expect(dialect.dateOrder).toBe('dayFirst');
    const few = await read('day,n\n03/04/2024,1\n', { types: { day: 'date' }, dateOrder: dialect.dateOrder });
    expect(few.cells.day).toEqual(['2024-04-03T00:00:00.000Z']);
  });
  test('a type that is asked for', async () => {
    expect((await column(['1', 'x', 'y'], { types: { v: 'number' } })).cells).toEqual([1, null, null]);
    expect((await column(['007', '08'], { types: { v: 'text' } })).cells).toEqual(['007', '08']);
    expect((await column(['1,5', '2'], { types: { v: 'number' } })).cells).toEqual([1.5, 2]);
  });
  test('100,000 categories', async () => {
    const words = Array.from({ length: 200_000 }, (_, i) => `c${i % 100_000}`);
    const { cells } = await column(words);
    expect(new Set(cells).size).toBe(100_000);
    expect(cells.at(-1)).toBe('c99999');
  });
  test('empty and constant columns are numbers and words like others', async () => {
    expect(await column(['', ''])).toMatchObject({ type: 'number', cells: [null, null] });
    expect(await column(['a', 'a'])).toMatchObject({ type: 'text', cells: ['a', 'a'] });
  });
});

describe('JSON', () => {
  test('lines of objects; a key that is absent is missing', async () => {
    const { cells, dialect } = await read(
      '{"a":1,"b":"x"}\n\n{"b":"y","c":true}\r\n{"a":null,"c":false,"a2":"2024-01-31"}\n',
    );
    expect(cells).toEqual({
      a: [1, null, null],
      b: ['x', 'y', null],
      c: [null, 'true', 'false'],
      a2: [null, null, '2024-01-31T00:00:00.000Z'],
    });
    expect(dialect.format).toBe('jsonLines');
  });
  test('an array of objects', async () => {
    const { cells, dialect } = await read('[{"a": 1.5, "town": "Pécs"},\n {"a": -2}]');
    expect(cells).toEqual({ a: [1.5, -2], town: ['Pécs', null] });
    expect(dialect.format).toBe('json');
  });
  test('strings stay strings, but numbers and words together are as in CSV', async () => {
    expect((await read('{"zip":"01","x":1}\n{"zip":"02","x":"n/a"}\n')).cells).toEqual({
      zip: ['01', '02'],
      x: [1, null],
    });
  });
});

describe('gzip', () => {
  const text = 'a,b\n1,x\n2,y\n';
  test('is unpacked, and the checksum is of the packed bytes', async () => {
    const packed = new Uint8Array(gzipSync(text));
    const { cells, dialect, sha256 } = await read(packed);
    expect(cells).toEqual({ a: [1, 2], b: ['x', 'y'] });
    expect(dialect.compression).toBe('gzip');
    expect(sha256).toBe((await read(packed)).sha256);
    expect(sha256).not.toBe((await read(text)).sha256);
  });
  test('in several members, as bgzip and cat make them', async () => {
    const members = ['a,b\n1', ',x\n2,', 'y\n'].map((part) => gzipSync(part));
    expect((await read(new Uint8Array(Buffer.concat(members)))).cells).toEqual({ a: [1, 2], b: ['x', 'y'] });
  });
});

describe('sources', () => {
  const text = 'a,b\n1,Pécs\n2,"x\ny"\n';
  const expected = { a: [1, 2], b: ['Pécs', 'x\ny'] };
  async function* oneByOne(): AsyncGenerator<Uint8Array> {
    for (const byte of utf8(`\ufeff${text}`)) yield Uint8Array.of(byte);
  }

  test('a stream of single bytes, a blob and an array are read alike', async () => {
    expect(plain((await readTable(oneByOne())).table)).toEqual(expected);
    expect(plain((await readTable(new Blob([text]))).table)).toEqual(expected);
    const digest = createHash('sha256').update(text).digest('hex');
    expect((await readTable(new Blob([text]))).sha256).toBe(digest);
    expect((await read(text)).sha256).toBe(digest);
  });

  test('a one-way stream is read again from memory where numbers turn out to be words late', async () => {
    const long = `v,n\n${'1.50,1\n'.repeat(20_000)}${'word,2\n'.repeat(5000)}`;
    const stream = new Blob([new Uint8Array(gzipSync(long))]).stream();
    async function* once(): AsyncGenerator<Uint8Array> {
      for await (const chunk of stream) yield chunk;
    }
    const { table, sha256 } = await readTable(once());
    expect(table.columns[0]).toMatchObject({ type: 'text', dictionary: ['1.50', 'word'] });
    expect(sha256).toBe(createHash('sha256').update(gzipSync(long)).digest('hex'));
  });
});
