/** The kept epoch nearest to a wanted one; the wanted one itself where nothing is kept. */
export function nearestEpoch(history: readonly number[], wanted: number): number {
  return history.reduce(
    (best, epoch) => (Math.abs(epoch - wanted) < Math.abs(best - wanted) ? epoch : best),
    history[0] ?? wanted,
  );
}
