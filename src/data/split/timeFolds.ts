import type { Fold } from './fold.ts';

/**
 * Folds that never learn from the future (scikit-learn's TimeSeriesSplit): the last `folds` blocks of `ordered`, each of
 * n / (folds + 1) rows rounded down, are measured on, each after learning from all rows before it.
 */
export function timeFolds(ordered: Int32Array, folds: number): Fold[] {
  const size = Math.floor(ordered.length / (folds + 1));
  return Array.from({ length: folds }, (_, fold) => {
    const start = ordered.length - (folds - fold) * size;
    return { train: ordered.slice(0, start), validation: ordered.slice(start, start + size) };
  });
}
