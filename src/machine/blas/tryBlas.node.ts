/** What is run in a process of its own: loads a library, checks it, and prints what it found as JSON. A crash ends only this process. */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { Candidate } from './candidates.node.ts';
import { findWrongProduct } from './checkProducts.node.ts';
import { findKoffi } from './koffi.node.ts';
import { LOADED } from './loaded.ts';
import { loadBlas } from './nativeBlas.node.ts';

/** What a trial found. `lasting`: it lies in the library, and would be found again. */
export type Trial =
  { readonly name: string; readonly core?: string } | { readonly wrong: string; readonly lasting?: boolean };

function tryBlas(candidate: Candidate, core: string | undefined): Trial {
  const koffi = findKoffi();
  if (!koffi) return { wrong: 'the package koffi is not installed' };
  try {
    const blas = loadBlas(koffi, candidate, core, 'int64_t');
    writeSync(1, `${LOADED}\n`);
    const wrong = findWrongProduct(blas, koffi);
    return wrong === undefined ? { name: blas.name, core: blas.core } : { wrong, lasting: true };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

const [kind, path, core] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(tryBlas({ kind, path } as Candidate, core))}\n`);
