/**
 * safetensors: 8 bytes with the header's length (little endian), a JSON header that says where each tensor lies, and the
 * tensors' bytes. Python's `safetensors` reads these files; nothing in them is ever executed.
 * https://github.com/huggingface/safetensors
 *
 * Ours add one metadata string, `contentSha256`: the SHA-256 of the whole file with these 64 digits read as zeros.
 */
export type TensorData = Float64Array | Float32Array | Int32Array | Uint8Array;

export interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: TensorData;
}

export interface SafetensorsFile {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

export const HASH_KEY = 'contentSha256';
export const NO_HASH = '0'.repeat(64);
/** The format's own bound on the header. */
export const MAXIMUM_HEADER = 100_000_000;

const makers = {
  F64: (buffer: ArrayBuffer) => new Float64Array(buffer),
  F32: (buffer: ArrayBuffer) => new Float32Array(buffer),
  I32: (buffer: ArrayBuffer) => new Int32Array(buffer),
  U8: (buffer: ArrayBuffer) => new Uint8Array(buffer),
};
export type StoredType = keyof typeof makers;

export const bytesPerElement: Readonly<Record<StoredType, number>> = { F64: 8, F32: 4, I32: 4, U8: 1 };

export function isStoredType(name: unknown): name is StoredType {
  return typeof name === 'string' && Object.hasOwn(makers, name);
}

export function storedType(data: TensorData): StoredType {
  if (data instanceof Float64Array) return 'F64';
  if (data instanceof Float32Array) return 'F32';
  return data instanceof Int32Array ? 'I32' : 'U8';
}

/** A copy of the bytes as numbers: offsets in a file need not be aligned. */
export function toNumbers(type: StoredType, bytes: Uint8Array): TensorData {
  return makers[type](bytes.slice().buffer);
}
