import { NeumannError } from '../../errors.ts';
import { RowCollector } from '../table/tableFromObjects.ts';
import { LONGEST_CELL } from '../table/typing/columnFromValues.ts';
import type { Chunks } from './byteSource.ts';
import type { TextSource, TextTable } from './readDelimited.ts';
import type { ReadOptions } from './readOptions.ts';

/** Reads JSON lines: an object on each line. Blank lines are skipped. */
export async function readJsonLines(source: TextSource, options: ReadOptions): Promise<TextTable> {
  const collector = collect(options);
  const encoding = source.encoding ?? 'utf-8';
  let line = 0;
  for await (const text of lines(source.open(), encoding, source.name)) {
    line++;
    if (text.trim() === '') continue;
    collector.push(parseLine(text, line, source.name), `line ${line} of ${source.name}`);
  }
  return { ...collector.finish(source.name), dialect: { format: 'jsonLines', encoding } };
}

/** Reads a JSON array of objects. */
export async function readJsonArray(source: TextSource, options: ReadOptions): Promise<TextTable> {
  const encoding = source.encoding ?? 'utf-8';
  let text = '';
  for await (const part of decoded(source.open(), encoding, source.name)) text += part;
  const rows = parseArray(text, source.name);
  const collector = collect(options);
  rows.forEach((row, i) => collector.push(row, `element ${i + 1} of ${source.name}`));
  return { ...collector.finish(source.name), dialect: { format: 'json', encoding } };
}

function collect(options: ReadOptions): RowCollector {
  const { dateOrder, missingWords, decimal } = options;
  return new RowCollector(options.types, {
    decimal: decimal ?? '.',
    decimalKnown: true,
    dateOrder,
    missingWords,
  });
}

function parseLine(text: string, line: number, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const advice =
      line === 1 && /^\s*\{\s*$/.test(text) ? 'put each object on one line' : 'correct or remove that line';
    throw new NeumannError(
      'broken-json',
      `${name}, line ${line}: '${excerpt(text)}' is not a JSON object; ${advice}.`,
      { cause },
    );
  }
}

function parseArray(text: string, name: string): readonly unknown[] {
  try {
    const rows: unknown = JSON.parse(text);
    if (Array.isArray(rows)) return rows;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : '';
    throw new NeumannError('broken-json', `${name} is not valid JSON, or cut short: ${reason}.`, { cause });
  }
  throw new NeumannError('broken-json', `${name} is JSON but not an array of objects; give [{...}, {...}].`);
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

async function* decoded(chunks: Chunks, encoding: string, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new NeumannError('bad-encoding', `${name} is JSON but not valid ${encoding}; pass --encoding.`, {
      cause,
    });
  }
}

/** A row may have many cells, each up to 1 MiB. */
const LONGEST_LINE = 64 * LONGEST_CELL;

async function* lines(chunks: Chunks, encoding: string, name: string): AsyncGenerator<string> {
  let pending: string[] = [];
  let length = 0;
  for await (const text of decoded(chunks, encoding, name)) {
    const parts = text.split('\n');
    length += parts[0].length;
    pending.push(parts[0]);
    if (length > LONGEST_LINE)
      throw new NeumannError('line-too-long', `${name} holds a line of more than 64 MiB; is it JSON lines?`);
    if (parts.length === 1) continue;
    yield pending.join('');
    yield* parts.slice(1, -1);
    pending = [parts[parts.length - 1]];
    length = pending[0].length;
  }
  if (length > 0) yield pending.join('');
}
