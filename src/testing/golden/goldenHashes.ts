import { allExecutors, smallSessions } from '../executors.ts';
import { numericGolden } from './numericGolden.ts';
import { programGolden } from './programGolden.ts';
import { trainingGolden } from './trainingGolden.ts';

/**
 * Hashes of results that have the same bits in every JavaScript engine and on every machine, by what was computed. Needs nothing but the
 * language, so that one bundle of it runs in Node, in browsers and in Bun.
 */
export async function goldenHashes(): Promise<Record<string, string>> {
  const hashes = Object.fromEntries(numericGolden());
  for (const executor of allExecutors(smallSessions)) {
    for (const [name, hash] of programGolden(executor)) hashes[name] = hash;
    for await (const [name, hash] of trainingGolden(executor)) hashes[name] = hash;
  }
  return hashes;
}
