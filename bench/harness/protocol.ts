/** What the bench asks of a contestant's process, one JSON line each on descriptor 3; it answers on descriptor 4. */
export type Request = { readonly do: 'run'; readonly steps: number } | { readonly do: 'numbers' };

/** A turn: time is in microseconds, on the clock and of the processor (of all threads). */
export interface Timing {
  readonly steps: number;
  readonly wall: number;
  readonly processor: number;
  /** Most bytes the process has held in memory so far. */
  readonly memory: number;
}

export interface NumbersAnswer {
  /** Base64 of float32, little-endian. */
  readonly numbers: string;
  /** What the contestant says of the libraries it runs on. */
  readonly about?: string;
}

/** The first line, once the case is open. */
export interface Ready {
  readonly ready: true;
}
