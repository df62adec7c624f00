import { NeumannError } from '../../errors.ts';
import { collect, readStream, type Chunks } from './byteSource.ts';

const FIXED_HEADER = 10;

/** Whether the bytes begin as a gzip member does. */
export function isGzip(bytes: Uint8Array, at = 0): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] & 0xe0) === 0;
}

/**
 * Unpacks gzip. The platform's own stream takes one member alone and calls a second one junk, while bgzip, `cat a.gz b.gz` and
 * log rotation write several; so the packed bytes are collected and cut where a member may begin, and a cut that was
 * none (the checksum says so) is undone.
 * @throws NeumannError where the file is cut short or damaged
 */
export async function* gunzip(chunks: Chunks, name: string): Chunks {
  const packed = await collect(chunks);
  let start = 0;
  for (let next = nextMember(packed, start); next < packed.length; next = nextMember(packed, start, next)) {
    const member = await collect(inflate(packed.subarray(start, next))).catch(() => undefined);
    if (!member) continue;
    yield member;
    start = next;
  }
  try {
    yield* inflate(packed.subarray(start));
  } catch (cause) {
    if (cause instanceof NeumannError) throw cause;
    throw new NeumannError(
      'gzip-damaged',
      `${name} is a gzip file that is cut short or damaged; copy or download it again.`,
      { cause },
    );
  }
}

/** Where the next member may begin after the one at `start`, or the end of the bytes. */
function nextMember(packed: Uint8Array, start: number, after = start + FIXED_HEADER): number {
  for (let at = packed.indexOf(0x1f, after + 1); at >= 0; at = packed.indexOf(0x1f, at + 1))
    if (isGzip(packed, at)) return at;
  return packed.length;
}

function inflate(member: Uint8Array): Chunks {
  const packed = new Blob([member as Uint8Array<ArrayBuffer>]).stream();
  return readStream(packed.pipeThrough(new DecompressionStream('gzip')));
}
