import { createRequire } from 'node:module';

/** What we use of the package koffi, which calls functions of native libraries. */
export interface Koffi {
  readonly version: string;
  load(path: string): NativeLibrary;
  /** Where an array's bytes lie. */
  address(view: ArrayBufferView): bigint;
}

export interface NativeLibrary {
  /** Throws where the library has no such function. */
  func(prototype: string): (...values: (number | bigint | Uint8Array)[]) => unknown;
}

let known: Koffi | null | undefined;

/** The package, or undefined where it is not installed or has nothing for this platform. */
export function findKoffi(): Koffi | undefined {
  known ??= load();
  return known ?? undefined;
}

function load(): Koffi | null {
  try {
    return createRequire(import.meta.url)('koffi') as Koffi;
  } catch {
    return null;
  }
}
