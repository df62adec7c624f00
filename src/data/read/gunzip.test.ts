import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collect } from './byteSource.ts';
import { gunzip } from './gunzip.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const unpack = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await collect(gunzip(once(bytes), 'data'))).toString();

test('unpacks one member and several', async () => {
  const parts = ['first,', 'second,', '', 'third'];
  expect(await unpack(gzipSync('alone'))).toBe('alone');
  expect(await unpack(Buffer.concat(parts.map((part) => gzipSync(part))))).toBe(parts.join(''));
});

test('is not misled by bytes inside a member that look like the beginning of another', async () => {
  // Stored, not packed, the text holds the header of a member as it is.
  const text = Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from(',2\n')]);
  const stored = gzipSync(text, { level: 0 });
  expect(stored.indexOf(Buffer.from([0x1f, 0x8b, 8, 0]), 1)).toBeGreaterThan(0);
  const twice = Buffer.concat([stored, gzipSync('3,4\n')]);
  expect(Buffer.from(await collect(gunzip(once(twice), 'data')))).toEqual(
    Buffer.concat([text, Buffer.from('3,4\n')]),
  );
});
