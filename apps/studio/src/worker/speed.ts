/** Training time that a measurement spans at least, in milliseconds. */
const SPAN = 250;

/** Steps a second of training time, over the last while. */
export class Speed {
  stepsPerSecond = 0;
  #steps = 0;
  #milliseconds = 0;

  note(steps: number, milliseconds: number): void {
    const span = milliseconds - this.#milliseconds;
    if (this.stepsPerSecond > 0 && span < SPAN) return;
    if (span <= 0 || steps === this.#steps) return;
    this.stepsPerSecond = ((steps - this.#steps) / span) * 1000;
    if (span < SPAN) return;
    this.#steps = steps;
    this.#milliseconds = milliseconds;
  }

  reset(): void {
    this.stepsPerSecond = this.#steps = this.#milliseconds = 0;
  }
}
