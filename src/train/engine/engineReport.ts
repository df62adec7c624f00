import type { Executor, Means } from '../../tensor/index.ts';

/** What a run was computed with. */
export interface EngineReport extends Means {
  readonly executor: Executor['name'];
}

export function engineReport(executor: Executor): EngineReport {
  const { mode, simd, blas, threads } = executor.means?.() ?? plain;
  return { executor: executor.name, mode, simd, blas, threads };
}

/** In words: `exact mode`, or `fast mode (relaxed SIMD, OpenBLAS 0.3.21, 2 threads)`. */
export function engineText({ mode, simd, blas, threads }: EngineReport): string {
  const relaxed = simd === 'relaxed' ? 'relaxed SIMD' : '';
  const means = [relaxed, blas ?? '', threads > 1 ? `${threads} threads` : ''].filter((each) => each !== '');
  return means.length > 0 ? `${mode} mode (${means.join(', ')})` : `${mode} mode`;
}

const plain: Means = { mode: 'exact', simd: 'none', blas: null, threads: 1 };
