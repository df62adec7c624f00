import { createReferenceExecutor } from '../../tensor/index.ts';
import { numericGolden } from './numericGolden.ts';
import { programGolden } from './programGolden.ts';

/**
 * Hashes of results that have the same bits in every JavaScript engine and on every machine, by what was computed. Needs nothing but the
 * language, so that one bundle of it runs in Node, in browsers and in Bun.
 */
export async function goldenHashes(): Promise<Record<string, string>> {
  return Object.fromEntries([...numericGolden(), ...programGolden(createReferenceExecutor())]);
}
