/** FNV-1a, 32 bits, over the text's UTF-8 bytes: fixed for ever, since the names of random streams are hashed with it. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
