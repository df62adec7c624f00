import { NeumannError } from '../../errors.ts';
import { PageStore, type Scratch } from '../table/paged/pageStore.ts';
import { collect, openSource, peek, type ByteSource, type Chunks, type OpenBytes } from './byteSource.ts';
import { fileKind } from './fileKind.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { readDelimited, type TextSource, type TextTable } from './readDelimited.ts';
import { readJsonArray, readJsonLines } from './readJson.ts';
import type { ReadOptions, ReadResult } from './readOptions.ts';
import { Sha256 } from './sha256.ts';
import { planEncoding, textBytes } from './textEncoding.ts';

/** Takes bytes and ends with their checksum in hexadecimal. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  hex(): string;
}

/** The dialect is found on this many bytes, or more where three lines are longer. */
const SAMPLE = 1 << 16;
const LONGEST_SAMPLE = 1 << 23;

/**
 * Reads a table: CSV, TSV and the like, JSON lines, a JSON array of objects, or Parquet, each of them gzipped too. The format and
 * how it is written are found on the bytes; `options` overrules. Bytes are streamed: what is kept is the table (and, of a
 * one-way stream, the packed bytes).
 * @throws NeumannError for what is no table, is damaged, or has rows of different widths, with the line
 */
export async function readTable(source: ByteSource, options: ReadOptions = {}): Promise<ReadResult> {
  return readTableFrom(openSource(source), options, new Sha256());
}

/** As `readTable`, from bytes that can be opened more than once; with `openScratch`, a large table need not be held in memory. */
export async function readTableFrom(
  open: OpenBytes,
  options: ReadOptions,
  hasher: Hasher,
  openScratch?: () => Scratch,
): Promise<ReadResult> {
  const name = options.name ?? 'The table';
  const first = await peek(open(), (head) => head.length >= 4);
  if (first.length === 0)
    throw new NeumannError('empty-table', `${name} is empty; give a table with a header and rows.`);
  const packed = isGzip(first);
  const unpacked = (chunks: Chunks): Chunks => (packed ? gunzip(chunks, name) : chunks);
  const hashedOnce = hashFirst(open, hasher);
  const read = await readUnpacked(
    () => unpacked(open()),
    () => unpacked(hashedOnce()),
    name,
    options,
    new PageStore(openScratch),
  );
  return {
    ...read,
    dialect: { ...read.dialect, compression: packed ? 'gzip' : 'none' },
    sha256: hasher.hex(),
  };
}

/** @param open opens the bytes to look at them; @param openHashed opens them to read them */
async function readUnpacked(
  open: OpenBytes,
  openHashed: OpenBytes,
  name: string,
  options: ReadOptions,
  store: PageStore,
): Promise<TextTable> {
  const start = await peek(open(), (head) => head.length >= 1024);
  const plan = planEncoding(start, options.encoding);
  const head = await peek(textBytes(open(), plan), isEnough);
  if (isBlank(head))
    throw new NeumannError('empty-table', `${name} is empty; give a table with a header and rows.`);
  const kind = fileKind(head, name);
  if (kind === 'parquet') {
    // Its decompressors take a while to load.
    const { readParquet } = await import('./readParquet.ts');
    return readParquet(await collect(openHashed()), name, options);
  }
  const source: TextSource = {
    name,
    head: sampleOf(head),
    open: () => textBytes(openHashed(), plan),
    encoding: plan.decoded ? 'utf-8' : plan.encoding,
    store,
  };
  const read = { text: readDelimited, jsonObject: readJsonLines, jsonArray: readJsonArray }[kind];
  const result = await read(source, options);
  return plan.encoding ? { ...result, dialect: { ...result.dialect, encoding: plan.encoding } } : result;
}

/** The first opening alone feeds the checksum: a second pass reads the same bytes. */
function hashFirst(open: OpenBytes, hasher: Hasher): OpenBytes {
  let hashed = false;
  return async function* () {
    const first = !hashed;
    hashed = true;
    for await (const chunk of open()) {
      if (first) hasher.update(chunk);
      yield chunk;
    }
  };
}

function isEnough(head: Uint8Array): boolean {
  return head.length >= LONGEST_SAMPLE || (head.length >= SAMPLE && lineEnds(head) >= 3);
}

/** The first 64 KiB are enough where they hold three lines. */
function sampleOf(head: Uint8Array): TextSource['head'] {
  const short = head.subarray(0, SAMPLE);
  if (head.length > SAMPLE && lineEnds(short) >= 3) return { bytes: short, complete: false };
  return { bytes: head, complete: !isEnough(head) };
}

/** Counted up to three. */
function lineEnds(head: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < head.length && count < 3; at++) if (head[at] === 0x0a || head[at] === 0x0d) count++;
  return count;
}

function isBlank(head: Uint8Array): boolean {
  return head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a);
}
