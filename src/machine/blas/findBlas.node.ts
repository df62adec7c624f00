import process from 'node:process';
import type { BlasAnswer } from '../../tensor/index.ts';
import { blasCandidates, type Candidate } from './candidates.node.ts';
import { findKoffi } from './koffi.node.ts';
import { loadBlas } from './nativeBlas.node.ts';
import { judgeBlas } from './verdict.node.ts';

/** How the search for a BLAS went. */
export interface BlasSearch {
  /** The one to use, ready to load. */
  readonly found?: { readonly candidate: Candidate; readonly name: string; readonly tell?: string };
  /** What was there, and why it is not used. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  readonly koffi: string | undefined;
}

/** Looks for the first good library; each is checked in a process of its own before. `again`: whatever is remembered of it. */
export function searchBlas(again = false): BlasSearch {
  const koffi = findKoffi()?.version;
  const refused: { path: string; why: string }[] = [];
  if (koffi === undefined) return { refused, koffi };
  for (const candidate of blasCandidates(process.env)) {
    const verdict = judgeBlas(candidate, again);
    if (verdict.good) return { found: { candidate, name: verdict.name, tell: verdict.tell }, refused, koffi };
    refused.push({ path: candidate.path, why: verdict.why });
  }
  return { refused, koffi };
}

let answer: BlasAnswer | undefined;

/** This process's BLAS, loaded when it is first asked for. */
export function askBlas(): BlasAnswer {
  answer ??= load(searchBlas());
  return answer;
}

function load({ found, refused }: BlasSearch): BlasAnswer {
  if (!found) return refused.length > 0 ? { warning: refusalText(refused[0]) } : {};
  const { candidate, tell } = found;
  try {
    return { blas: loadBlas(findKoffi()!, candidate, tell) };
  } catch (error) {
    // It was good once, and something that it needs has gone since.
    return {
      warning: refusalText({
        path: candidate.path,
        why: String(error instanceof Error ? error.message : error),
      }),
    };
  }
}

function refusalText({ path, why }: BlasSearch['refused'][number]): string {
  return `The BLAS ${path} is not used: ${why}. Products are computed by Neumann's own kernels instead; neumann machine says more.`;
}
