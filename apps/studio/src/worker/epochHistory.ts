import { nearestEpoch } from '../run/nearestEpoch.ts';
import type { Snapshot } from '../../../../src/train/loop/index.ts';

/** Bytes that the weights of past epochs may take, and how many of them are worth having on a slider. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_EPOCHS = 2000;

/** Weights of past epochs: the first, the best, the last, and others evenly spread between; so many that memory stays bounded. */
export class EpochHistory {
  readonly #kept = new Map<number, Snapshot>();
  readonly #most: number;
  #stride = 1;
  #last = -1;
  #best = -1;

  constructor(weights: Snapshot, mostBytes = MOST_BYTES) {
    const bytes = weights.parameters.byteLength + weights.buffers.byteLength;
    this.#most = Math.max(4, Math.min(MOST_EPOCHS, Math.floor(mostBytes / Math.max(1, bytes))));
  }

  /** Ascending. */
  get epochs(): readonly number[] {
    return [...this.#kept.keys()].sort((a, b) => a - b);
  }

  at(epoch: number): Snapshot | undefined {
    return this.#kept.get(epoch);
  }

  /** The epoch that is kept and nearest to one; there must be one. */
  nearest(epoch: number): number {
    return this.#kept.has(epoch) ? epoch : nearestEpoch(this.epochs, epoch);
  }

  /** Keeps a copy; `isBest`: better than all before. */
  add(epoch: number, weights: Snapshot, isBest: boolean): void {
    const previous = this.#last;
    const room = this.#kept.size >= this.#most ? this.#thin() : this.#release(previous);
    this.#kept.set(epoch, copyInto(room, weights));
    this.#last = epoch;
    if (isBest) this.#markBest(epoch);
  }

  /** An epoch that is kept has other weights from now on. */
  replace(epoch: number, weights: Snapshot): void {
    const kept = this.#kept.get(epoch);
    if (kept) copyInto(kept, weights);
  }

  #markBest(epoch: number): void {
    const previous = this.#best;
    this.#best = epoch;
    if (previous >= 0) this.#release(previous);
  }

  clear(): void {
    this.#kept.clear();
    this.#stride = 1;
    this.#last = this.#best = -1;
  }

  #isKept(epoch: number): boolean {
    return epoch % this.#stride === 0 || epoch === this.#best || epoch === this.#last;
  }

  /** Twice as far apart from now on. */
  #thin(): Snapshot | undefined {
    this.#stride *= 2;
    this.#last = -1;
    return [...this.#kept.keys()].map((epoch) => this.#release(epoch)).findLast((room) => room !== undefined);
  }

  /** Lets go of an epoch that has no more reason to stay, and gives its arrays for the next. */
  #release(epoch: number): Snapshot | undefined {
    if (epoch === this.#last) this.#last = -1;
    const snapshot = this.#kept.get(epoch);
    if (!snapshot || this.#isKept(epoch)) return undefined;
    this.#kept.delete(epoch);
    return snapshot;
  }
}

function copyInto(room: Snapshot | undefined, { parameters, buffers }: Snapshot): Snapshot {
  if (!room) return { parameters: parameters.slice(), buffers: buffers.slice() };
  room.parameters.set(parameters);
  room.buffers.set(buffers);
  return room;
}
