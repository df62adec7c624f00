import { totalmem } from 'node:os';

/** Bytes that this process may take: the machine's, or what a container has of them. */
export function availableMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
