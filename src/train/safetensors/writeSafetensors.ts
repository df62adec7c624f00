import { HASH_KEY, NO_HASH, storedType, type SafetensorsFile } from './format.ts';
import { sha256 } from './sha256.ts';

/** The file's bytes: the same tensors and metadata in the same order give the same bytes. */
export function writeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array<ArrayBuffer> {
  const header = headerOf({ tensors, metadata });
  const length = Object.values(tensors).reduce((sum, tensor) => sum + tensor.data.byteLength, 0);
  const file = new Uint8Array(8 + header.length + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  file.set(new TextEncoder().encode(sha256(file)), hashPosition(header) + 8);
  return file;
}

function headerOf({ tensors, metadata }: SafetensorsFile): Uint8Array {
  const entries: Record<string, unknown> = { __metadata__: { [HASH_KEY]: NO_HASH, ...metadata } };
  let offset = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const end = offset + data.byteLength;
    entries[name] = { dtype: storedType(data), shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(entries));
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  return padded;
}

/** Where the 64 digits start: our header opens with them, so the first match is ours whatever the metadata holds. */
export function hashPosition(header: Uint8Array): number {
  const key = `"${HASH_KEY}":"`;
  const opening = new TextDecoder().decode(header.subarray(0, 200));
  const at = opening.indexOf(key);
  return at < 0 ? -1 : at + key.length;
}
