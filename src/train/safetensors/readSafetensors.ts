import { NeumannError } from '../../errors.ts';
import {
  bytesPerElement,
  HASH_KEY,
  isStoredType,
  MAXIMUM_HEADER,
  NO_HASH,
  toNumbers,
  type SafetensorsFile,
  type StoredTensor,
} from './format.ts';
import { sha256 } from './sha256.ts';
import { hashPosition } from './writeSafetensors.ts';

/**
 * Reads a file that `writeSafetensors` wrote. `what` names it in messages ("model.safetensors").
 * Throws a NeumannError('modelFile') in one sentence when the file is cut short, altered or something else altogether.
 */
export function readSafetensors(given: Uint8Array, what = 'The model file'): SafetensorsFile {
  // Node's Buffer is a Uint8Array whose slices share its memory.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const refuse = (why: string): never => {
    throw new NeumannError('modelFile', `${what} ${why}`);
  };
  const { header, json } = readHeader(bytes, refuse);
  const body = bytes.subarray(8 + header.length);
  const { __metadata__: metadata, ...entries } = json;
  if (!isStrings(metadata)) return refuse('is not a model file of Neumann: its header has no metadata.');
  checkLength(entries, body.length, refuse);
  checkHash(bytes, header, metadata, refuse);
  const tensors = Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, readTensor(name, entry, body, refuse)]),
  );
  const { [HASH_KEY]: _, ...strings } = metadata;
  return { tensors, metadata: strings };
}

type Refuse = (why: string) => never;

function readHeader(
  bytes: Uint8Array,
  refuse: Refuse,
): { header: Uint8Array; json: Record<string, unknown> } {
  if (bytes.length < 8) return refuse(`is cut short: it holds ${bytes.length} bytes.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > MAXIMUM_HEADER) return refuse('is not a safetensors file: its header would be over 100 MB.');
  if (bytes.length < 8 + length) return refuse('is cut short: it ends within its header.');
  const header = bytes.subarray(8, 8 + length);
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(header));
    if (isRecord(json)) return { header, json };
  } catch {
    // falls through to the same refusal
  }
  return refuse('is not a safetensors file, or was altered: its header is not JSON.');
}

/** Said before the hash is looked at, because "cut short" helps more than "altered". */
function checkLength(entries: Record<string, unknown>, length: number, refuse: Refuse): void {
  const ends = Object.values(entries).map((entry) => (isEntry(entry) ? entry.data_offsets[1] : 0));
  const needed = Math.max(0, ...ends);
  if (length < needed) refuse(`is cut short: ${needed - length} bytes are missing at its end.`);
  if (length > needed) refuse(`was altered: ${length - needed} bytes too many at its end.`);
}

function checkHash(
  bytes: Uint8Array,
  header: Uint8Array,
  metadata: Record<string, string>,
  refuse: Refuse,
): void {
  const at = hashPosition(header);
  if (at < 0) refuse(`is not a model file of Neumann: it does not carry its SHA-256 (${HASH_KEY}).`);
  const copy = bytes.slice();
  copy.set(new TextEncoder().encode(NO_HASH), 8 + at);
  if (sha256(copy) !== metadata[HASH_KEY]) {
    refuse('was altered: its content does not match the SHA-256 it carries.');
  }
}

function readTensor(name: string, entry: unknown, body: Uint8Array, refuse: Refuse): StoredTensor {
  if (!isEntry(entry)) return refuse(`holds a tensor "${name}" that is not described as the format asks.`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!isStoredType(dtype)) return refuse(`holds a tensor "${name}" of the unknown type ${String(dtype)}.`);
  const size = shape.reduce((product, axis) => product * axis, bytesPerElement[dtype]);
  if (offsets[0] < 0 || offsets[1] > body.length || offsets[1] - offsets[0] !== size) {
    return refuse(`holds a tensor "${name}" whose place does not fit its shape [${shape.join(', ')}].`);
  }
  return { shape, data: toNumbers(dtype, body.subarray(offsets[0], offsets[1])) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);

interface Entry {
  dtype: unknown;
  shape: number[];
  data_offsets: [number, number];
}

const isEntry = (value: unknown): value is Entry =>
  isRecord(value) && isCounts(value.shape) && isCounts(value.data_offsets) && value.data_offsets.length === 2;
