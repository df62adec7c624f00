/** Points that all neurons' pictures together may have in one frame, so that frames stay quick. */
const BUDGET = 60_000;
const FINEST = 64;
const COARSEST = 20;

/** Points along one side of a neuron's picture in a net of so many. */
export function gridFor(neurons: number): number {
  const side = Math.floor(Math.sqrt(BUDGET / Math.max(neurons, 1)));
  return Math.min(FINEST, Math.max(COARSEST, side - (side % 2)));
}
