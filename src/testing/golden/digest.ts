import { Sha256 } from '../../data/read/sha256.ts';
import type { View } from '../../tensor/index.ts';

/** The first 64 bits of the SHA-256 of numbers as little-endian bytes. Every NaN counts as one: which of them an engine makes is its own affair. */
export function digest(arrays: Iterable<View>): string {
  const hash = new Sha256();
  for (const array of arrays) hash.update(bytesOf(array));
  return hash.hex().slice(0, 16);
}

function bytesOf(array: View): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(array.byteLength));
  const size = array.BYTES_PER_ELEMENT;
  array.forEach((value: number, i: number) => {
    const number = Number.isNaN(value) ? NaN : value;
    if (array instanceof Float64Array) bytes.setFloat64(i * size, number, true);
    else if (array instanceof Float32Array) bytes.setFloat32(i * size, number, true);
    else if (array instanceof Int32Array) bytes.setInt32(i * size, number, true);
    else bytes.setUint8(i, number);
  });
  return new Uint8Array(bytes.buffer);
}
