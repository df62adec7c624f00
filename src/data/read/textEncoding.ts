import { NeumannError } from '../../errors.ts';
import type { Warning } from '../table/table.ts';
import type { Chunks } from './byteSource.ts';
import { guessLegacyEncoding } from './legacyEncoding.ts';

/**
 * How the bytes become text. `decoded`: while they are read, into UTF-8. Otherwise the bytes stay as they are (every mark of a
 * table is one byte), and `encoding`, where it is not known yet, is found on the words at the end.
 */
export interface TextEncodingPlan {
  readonly encoding: string | undefined;
  readonly decoded: boolean;
}

/** @throws NeumannError where `given` is no label of the Encoding standard */
export function planEncoding(head: Uint8Array, given: string | undefined): TextEncodingPlan {
  if (given !== undefined) {
    const encoding = canonicalEncoding(given);
    return { encoding, decoded: encoding !== 'utf-8' };
  }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', decoded: false };
  const wide = wideEncoding(head);
  return { encoding: wide, decoded: wide !== undefined };
}

function canonicalEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new NeumannError(
      'unknown-encoding',
      `There is no encoding called '${label}'; use utf-8, windows-1250, windows-1252, iso-8859-2 or another label of the Encoding standard.`,
    );
  }
}

/** UTF-16 by its mark, or by every other byte being zero, as ASCII text has it. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, 1024) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const most = length * 0.45;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

/** The text as bytes without a byte-order mark: UTF-8 where it is decoded here, else the file's own. */
export async function* textBytes(chunks: Chunks, plan: TextEncodingPlan): Chunks {
  if (plan.decoded) return yield* transcode(chunks, plan.encoding ?? 'utf-8');
  let first = true;
  let pending = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (!first) {
      yield chunk;
      continue;
    }
    pending = pending.length === 0 ? Uint8Array.from(chunk) : Uint8Array.from([...pending, ...chunk]);
    if (pending.length < 3) continue;
    first = false;
    const marked = pending[0] === 0xef && pending[1] === 0xbb && pending[2] === 0xbf;
    yield marked ? pending.subarray(3) : pending;
  }
  if (first && pending.length > 0) yield pending;
}

async function* transcode(chunks: Chunks, encoding: string): Chunks {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/**
 * The encoding of words that hold bytes above 127: UTF-8 where they all are, or where most are and a few are broken; else the
 * likeliest single-byte one, with a warning.
 */
export function chooseEncoding(
  words: Iterable<Uint8Array>,
  name: string,
): { encoding: string; warnings: Warning[] } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const broken: Uint8Array[] = [];
  let valid = 0;
  for (const word of words) {
    if (!word.some((byte) => byte >= 0x80)) continue;
    try {
      decoder.decode(word);
      valid++;
    } catch {
      broken.push(word.slice());
    }
  }
  if (broken.length === 0) return { encoding: 'utf-8', warnings: [] };
  if (valid > broken.length) return { encoding: 'utf-8', warnings: [brokenText(name, broken)] };
  const encoding = guessLegacyEncoding(broken);
  const example = new TextDecoder(encoding).decode(broken[0]).slice(0, 40);
  const text = `${name} is not UTF-8; it was read as ${encoding} (for instance '${example}'); pass --encoding if that is wrong.`;
  return { encoding, warnings: [{ code: 'guessed-encoding', text }] };
}

function brokenText(name: string, broken: readonly Uint8Array[]): Warning {
  const example = new TextDecoder('utf-8').decode(broken[0]).slice(0, 40);
  const text = `${name} is UTF-8, but ${broken.length} of its words are not valid (for instance '${example}'); their broken bytes became \ufffd.`;
  return { code: 'broken-utf8', text };
}
