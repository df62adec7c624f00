export type ByteSource = AsyncIterable<Uint8Array> | Uint8Array | Blob;
/** Pieces of bytes, one after another; a piece may be written over once the next one is asked for. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Opens the bytes from their beginning, each time it is called. */
export type OpenBytes = () => Chunks;

/**
 * Makes a source readable more than once. Bytes and blobs are so by themselves; a stream is kept in memory as it comes by,
 * and given again from there.
 */
export function openSource(source: ByteSource): OpenBytes {
  if (source instanceof Uint8Array) return () => pieces(source);
  if (source instanceof Blob) return () => readStream(source.stream());
  const iterator = source[Symbol.asyncIterator]();
  const kept: Uint8Array[] = [];
  return async function* () {
    for (let i = 0; ; i++) {
      if (i === kept.length) {
        const next = await iterator.next();
        if (next.done) return;
        kept.push(next.value);
      }
      yield kept[i];
    }
  };
}

const PIECE = 1 << 18;

async function* pieces(bytes: Uint8Array): Chunks {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A web stream as an async iterable; not every browser's streams are ones by themselves. */
export async function* readStream(stream: ReadableStream<Uint8Array>): Chunks {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The first bytes, as many as are `enough` or all there are. */
export async function peek(chunks: Chunks, enough: (head: Uint8Array) => boolean): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    head = concatenate([head, chunk]);
    if (enough(head)) break;
  }
  return head;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function collect(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  return concatenate(parts);
}

/** The same bytes in pieces of at least `least` bytes, the last one aside: short pieces cost a call each. */
export async function* coalesce(chunks: Chunks, least = 1 << 16): Chunks {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length < least) waiting.push(chunk.slice());
    else {
      yield waiting.length === 0 ? chunk : concatenate([...waiting, chunk]);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield concatenate(waiting);
}
