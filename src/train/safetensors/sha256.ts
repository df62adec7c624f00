import { Sha256 } from '../../data/read/sha256.ts';

/** The SHA-256 of `bytes` in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return new Sha256().update(bytes).hex();
}
