import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable, type ReadOptions } from '../../src/data/read/index.ts';
import { readTableFile } from '../../src/data/read/readTableFile.node.ts';
import { NeumannError } from '../../src/errors.ts';

type Input = string | readonly number[] | Uint8Array;

function bytesOf(input: Input): Uint8Array {
  return typeof input === 'string' ? new TextEncoder().encode(input) : Uint8Array.from(input);
}

/** What a person gets to read; fails where the input is not refused, or refused as a defect of ours. */
async function refusal(input: Input, options: ReadOptions = {}): Promise<string> {
  const error: unknown = await readTable(bytesOf(input), { name: 'data.csv', ...options }).then(
    () => new Error('it was read'),
    (caught: unknown) => caught,
  );
  if (!(error instanceof NeumannError)) throw error;
  expect(error.exitCode).not.toBe(0);
  expect(error.message).toMatch(/^\S.*\.$|^\S.*\?$/);
  expect(error.message).not.toContain('\n');
  return error.message;
}

const parquet = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../fixtures/tables/${name}.parquet`, import.meta.url));

describe('no rows', () => {
  test.each<[string, Input]>([
    ['nothing', ''],
    ['a byte-order mark', '\ufeff'],
    ['blank lines', ' \n\r\n\t\n'],
    ['nothing, gzipped', gzipSync('')],
  ])('%s', async (_, input) => {
    expect(await refusal(input)).toBe('data.csv is empty; give a table with a header and rows.');
  });
  test.each<[string, Input]>([
    ['a header alone', 'a,b,c\n'],
    ['a header and blank lines', 'a,b,c\r\n\r\n\r\n'],
    ['a single number', '5'],
  ])('%s', async (_, input) => {
    expect(await refusal(input)).toBe(
      'data.csv has a header but no rows below it; there is nothing to learn from.',
    );
  });
  test('JSON and Parquet without rows', async () => {
    expect(await refusal('[]', { name: 'd' })).toBe('d has no rows; give it at least one.');
    expect(await refusal('[{}]', { name: 'd' })).toContain('rows but no columns');
    expect(await refusal(await parquet('empty'), { name: 'd' })).toContain('d has columns but no rows');
  });
});

describe('ragged rows', () => {
  test.each([
    [
      'a cell too few',
      'a,b,c\n1,2,3\n4,5\n6,7,8\n',
      'data.csv, line 3: 2 cells where the table has 3 columns; correct that line, or name the right --delimiter.',
    ],
    ['a cell too many', 'a,b\n1,2\n3,4,5\n', 'line 3: 3 cells where the table has 2 columns'],
    ['a title above the header', 'My table\na,b\n1,2\n3,4\n', 'line 2: 2 cells where the table has 1 column'],
    ['a line of a single word', 'a,b\n1,2\ntotal\n', 'line 3: 1 cell where the table has 2 columns'],
    ['blank lines count as lines', 'a,b\n\n\n1,2\n3\n', 'line 5: 1 cell'],
    ['lines in quotes count as lines', 'a,b\n"x\ny",2\n3\n', 'line 4: 1 cell'],
    ['late in a long file', `a,b\n${'1,2\n'.repeat(100_000)}3\n`, 'line 100002: 1 cell'],
    [
      'a quote that swallows lines',
      'a,b\n"x,1\ny",2,3\nz,4\n',
      'lines 2 to 3: 3 cells where the table has 2 columns; a quote opens there; is it closed in the right place?',
    ],
  ])('%s', async (_, input, sentence) => {
    expect(await refusal(input)).toContain(sentence);
  });
  test('a quote that is never closed', async () => {
    expect(await refusal('a,b\n1,2\n3,"x\n5,6\n')).toBe(
      'data.csv, line 3: cell 2 opens a quote that is never closed; close it, or double it if it belongs to the text.',
    );
  });
});

describe('a cell over 1 MiB', () => {
  const long = 'x'.repeat(1 << 20);
  test('is refused with its line and place', async () => {
    expect(await refusal(`a,b\n1,2\n3,${long}x\n`)).toBe(
      'data.csv, line 3: cell 2 is longer than 1 MiB; shorten it, or name the right --delimiter.',
    );
    expect(await refusal(`a,b\n1,"${long}x"\n`)).toContain(
      'line 2: cell 2 is longer than 1 MiB; close its quote, or shorten it.',
    );
    expect(await refusal(`${long}x`)).toContain('line 1: cell 1 is longer than 1 MiB');
    expect(await refusal(`{"a":"${long}x"}\n`, { name: 'data.jsonl' })).toContain(
      "Column 'a' holds a cell of more than 1 MiB in line 1 of data.jsonl",
    );
  }, 20_000);
  test('and one of just 1 MiB is read', async () => {
    const { table } = await readTable(bytesOf(`a,b\n1,${long}\n2,"${long}"\n`));
    expect(table.columns[1]).toMatchObject({ dictionary: [long], codes: Int32Array.of(0, 0) });
  });
});

describe('a file that is no table', () => {
  const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
  test.each<[string, Input]>([
    ['a PNG picture', [0x89, ...ascii('PNG\r\n\x1a\n'), 0, 0, 0, 13]],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['a PDF document', '%PDF-1.7\n1 0 obj\n'],
    ['an Excel workbook', [...ascii('PK\x03\x04'), 20, 0, 6, 0, ...ascii('....xl/workbook.xml')]],
    ['a zip archive', [...ascii('PK\x03\x04'), 20, 0, 0, 0, ...ascii('readme.txt')]],
    ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['a web page (HTML)', '<!DOCTYPE html>\n<html><body>404, not found</body></html>\n'],
    ['a web page (HTML)', '\n  <html lang="en">\n'],
    ['an XML document', '<?xml version="1.0"?>\n<rows/>\n'],
    ['an SQLite database', 'SQLite format 3\0....'],
    ['a NumPy array', [0x93, ...ascii('NUMPY'), 1, 0]],
    ['an Arrow (Feather) file', 'ARROW1\0\0'],
    ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3]],
    ['a tar archive', gzipSync(Buffer.from(`${'a.csv'.padEnd(257, '\0')}ustar\0`))],
    ['a program', [0x7f, ...ascii('ELF'), 2, 1, 1]],
    ['a binary file', Array.from({ length: 600 }, (_, i) => (i * 89) % 256)],
    ['a binary file', `a,b\n1,2\n${'\0'.repeat(50)}`],
  ])('%s', async (what, input) => {
    expect(await refusal(input)).toContain(`data.csv is ${what}, not a table that can be read; `);
  });
});

describe('cut short or damaged', () => {
  const text = Array.from({ length: 3000 }, (_, i) => `${i},${(i * 7919) % 104729}\n`).join('');
  const packed = gzipSync(`a,b\n${text}`);
  test.each([0.1, 0.5, 0.9, 0.999])('gzip, of which %d is there', async (share) => {
    expect(await refusal(packed.subarray(0, Math.floor(packed.length * share)))).toBe(
      'data.csv is a gzip file that is cut short or damaged; copy or download it again.',
    );
  });
  test('gzip with a byte changed, or with something behind it', async () => {
    const changed = Uint8Array.from(packed);
    changed[packed.length >> 1] ^= 0x40;
    expect(await refusal(changed)).toContain('cut short or damaged');
    expect(await refusal(Uint8Array.from([...packed, 1, 2, 3]))).toContain('cut short or damaged');
  });
  test.each([5, 100, 2000])('Parquet, of which %d bytes are there', async (length) => {
    const whole = await parquet('snappy');
    expect(await refusal(whole.subarray(0, length))).toBe(
      'data.csv is a Parquet file that is cut short; copy or download it again.',
    );
  });
  test('Parquet with its description or its pages overwritten', async () => {
    const whole = await parquet('snappy');
    const [description, pages] = [Uint8Array.from(whole), Uint8Array.from(whole)];
    description.fill(0xff, whole.length - 300, whole.length - 20);
    pages.fill(0xff, 4, 400);
    expect(await refusal(description)).toContain('is a Parquet file that is damaged');
    expect(await refusal(pages)).toContain('is a Parquet file that is damaged');
  });
});

describe('JSON', () => {
  test.each([
    [
      'a broken line',
      '{"a":1}\n{"a":2\n{"a":3}\n',
      'data.jsonl, line 2: \'{"a":2\' is not a JSON object; correct or remove that line.',
    ],
    ['a last line cut short', '{"a":1}\n{"a":', 'data.jsonl, line 2'],
    ['an object over several lines', '{\n"a":1\n}\n', 'put each object on one line'],
    [
      'a line that is no object',
      '{"a":1}\n[2]\n',
      'There is a list in line 2 of data.jsonl where an object with named values should be.',
    ],
    [
      'a nested value',
      '{"a":1}\n{"a":{"b":2}}\n',
      "Column 'a' holds a nested object in line 2 of data.jsonl",
    ],
    ['a list in a cell', '{"a":[1,2]}\n', "Column 'a' holds a list in line 1 of data.jsonl"],
    ['an array cut short', '[{"a":1},{"a":', 'is not valid JSON, or cut short'],
    ['an array of other things', '[{"a":1},5]', 'There is a number in element 2 of data.jsonl'],
  ])('%s', async (_, input, sentence) => {
    expect(await refusal(input, { name: 'data.jsonl' })).toContain(sentence);
  });
  test('nested columns of Parquet', async () => {
    expect(await refusal(await parquet('list'))).toContain("column 'towns' holds lists or nested values");
    expect(await refusal(await parquet('struct'))).toContain("column 'visit' holds lists or nested values");
  });
});

describe('files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neumann-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('that are not there, or are folders', async () => {
    await expect(readTableFile(join(folder, 'none.csv'))).rejects.toThrow(
      /none\.csv does not exist; check the path\.$/,
    );
    await expect(readTableFile(folder)).rejects.toThrow(/is a folder; name the table file inside it\.$/);
  });
  test('that may not be read', async ({ skip }) => {
    if (process.platform === 'win32' || process.getuid?.() === 0) skip();
    const path = join(folder, 'secret.csv');
    await writeFile(path, 'a,b\n1,2\n');
    await chmod(path, 0);
    await expect(readTableFile(path)).rejects.toThrow(/may not be read; check its permissions\.$/);
  });
  test('are named in what is said of them', async () => {
    const path = join(folder, 'ragged.csv');
    await writeFile(path, 'a,b\n1,2\n3\n');
    await expect(readTableFile(path)).rejects.toThrow('ragged.csv, line 3: 1 cell');
  });
});

describe('whatever the bytes are, they are read or refused', () => {
  const outcome = async (bytes: Uint8Array): Promise<void> => {
    const result = await readTable(bytes, { name: 'd' }).catch((error: unknown) => error);
    if (result instanceof NeumannError) return;
    expect(result).toMatchObject({ table: { rows: expect.any(Number) } });
  };
  test('noise of a table', async () => {
    const scraps = fc.array(
      fc.constantFrom(
        'a',
        '1',
        '2.5',
        ',',
        ';',
        '\t',
        '"',
        "'",
        '\n',
        '\r',
        '\r\n',
        ' ',
        'é',
        '{',
        '[',
        ':',
        '-',
        '\u2028',
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(scraps, (parts) => outcome(bytesOf(parts.join('')))),
      { numRuns: 500 },
    );
  });
  test('any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), outcome), { numRuns: 300 });
  });
  test('Parquet with a byte changed', async () => {
    const whole = await parquet('zstd');
    const place = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(place, ([at, change]) => {
        const changed = Uint8Array.from(whole);
        changed[at] ^= change;
        return outcome(changed);
      }),
      { numRuns: 200 },
    );
  });
});
