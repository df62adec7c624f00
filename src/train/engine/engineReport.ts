import type { Warning } from '../../data/table/index.ts';
import type { Executor, Means } from '../../tensor/index.ts';

/** What a run was computed with. */
export interface EngineReport extends Means {
  readonly executor: Executor['name'];
  /** What it was computed with before it was resumed with something else that its bits depend on, from the first on. */
  readonly before?: readonly EngineReport[];
}

/** `began`: what it was computed with before it was resumed. */
export function engineReport(executor: Executor, began?: EngineReport): EngineReport {
  const { mode, simd, blas, threads } = executor.means?.() ?? plain;
  const now = { executor: executor.name, mode, simd, blas, threads };
  if (!began) return now;
  const { before = [], ...last } = began;
  const all = haveSameBits(last, now) ? before : [...before, last];
  return all.length > 0 ? { ...now, before: all } : now;
}

/** In exact mode nothing of the machine changes a bit. */
function haveSameBits(a: EngineReport, b: EngineReport): boolean {
  if (a.mode === 'exact' && b.mode === 'exact') return true;
  return a.mode === b.mode && a.simd === b.simd && a.blas === b.blas && a.threads === b.threads;
}

/** In words: `exact mode`, or `fast mode (relaxed SIMD, OpenBLAS 0.3.21, 2 threads)`; and what it was before. */
export function engineText({ before = [], ...now }: EngineReport): string {
  const { mode } = now;
  const text = mode === 'exact' && now.threads === 1 ? `${mode} mode` : `${mode} mode (${meansText(now)})`;
  return [text, ...before.toReversed().map((each) => `before it was resumed ${meansText(each)}`)].join(', ');
}

/** Said of a run that goes on with something else than it began with. */
export function otherEngine(began: EngineReport | undefined, executor: Executor): Warning[] {
  if (!began) return [];
  const { before: _, ...now } = engineReport(executor);
  if (haveSameBits(began, now)) return [];
  const text = `The run began with ${meansText(began)} and goes on with ${meansText(now)}, so that it ends with other last bits than in one go.`;
  return [{ code: 'other-engine', text }];
}

function meansText({ simd, blas, threads }: EngineReport): string {
  const means = [
    simd === 'relaxed' ? 'relaxed SIMD' : '',
    blas ?? '',
    threads > 1 ? `${threads} threads` : '',
  ];
  return means.filter((each) => each !== '').join(', ') || 'plain SIMD';
}

const plain: Means = { mode: 'exact', simd: 'none', blas: null, threads: 1 };
