import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Numbers = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
type NumberType = 'float32' | 'int32' | 'uint8';

/** A case as contestants get it, whatever they are written in: settings as JSON, numbers as bytes, other files by name. */
export interface CaseFile {
  readonly folder: string;
  readonly settings: unknown;
  readonly arrays: Readonly<Record<string, Numbers>>;
}

interface StoredArray {
  readonly type: NumberType;
  readonly offset: number;
  readonly length: number;
}

interface Stored {
  readonly settings: unknown;
  readonly arrays: Readonly<Record<string, StoredArray>>;
}

const constructors = { float32: Float32Array, int32: Int32Array, uint8: Uint8Array };

const typeOf = (numbers: Numbers): NumberType =>
  numbers instanceof Float32Array ? 'float32' : numbers instanceof Int32Array ? 'int32' : 'uint8';

/** Writes `case.json` and `case.bin`, every array at a multiple of 64 bytes. */
export function writeCaseFile({ folder, settings, arrays }: CaseFile): void {
  mkdirSync(folder, { recursive: true });
  const stored: Record<string, StoredArray> = {};
  let bytes = 0;
  for (const [name, numbers] of Object.entries(arrays)) {
    stored[name] = { type: typeOf(numbers), offset: bytes, length: numbers.length };
    bytes = Math.ceil((bytes + numbers.byteLength) / 64) * 64;
  }
  const whole = new Uint8Array(bytes);
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(arrays))
    whole.set(new Uint8Array(buffer, byteOffset, byteLength), stored[name].offset);
  writeFileSync(join(folder, 'case.bin'), whole);
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ settings, arrays: stored } satisfies Stored));
}

export function readCaseFile(folder: string): CaseFile {
  const { settings, arrays } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Stored;
  const whole = Uint8Array.from(readFileSync(join(folder, 'case.bin'))).buffer;
  const views = Object.entries(arrays).map(([name, { type, offset, length }]) => [
    name,
    new constructors[type](whole, offset, length),
  ]);
  return { folder, settings, arrays: Object.fromEntries(views) as Record<string, Numbers> };
}
