/**
 * Gives the memory of an array back at once, where the garbage collector would take its time: it sees small objects, not the
 * megabytes that they stand for. Nobody may look at the array afterwards.
 */
export function release({ buffer }: { readonly buffer: ArrayBufferLike }): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
