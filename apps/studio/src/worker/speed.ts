/** Milliseconds that a measurement spans, and the first one. */
const SPAN = 400;
const FIRST_SPAN = 100;

/** Steps a second by the clock, over the last while of playing. */
export class Speed {
  stepsPerSecond = 0;
  #steps = 0;
  #since = 0;

  /** It begins to play here: pauses do not count. One that goes on with what it did a moment before is still the same playing. */
  start(now: number, steps: number, goesOn = false): void {
    if (goesOn && now - this.#since < 2 * SPAN) return;
    this.#since = now;
    this.#steps = steps;
  }

  note(now: number, steps: number): void {
    const span = now - this.#since;
    if (span < (this.stepsPerSecond > 0 ? SPAN : FIRST_SPAN)) return;
    this.stepsPerSecond = ((steps - this.#steps) / span) * 1000;
    this.start(now, steps);
  }

  reset(): void {
    this.stepsPerSecond = 0;
  }
}
