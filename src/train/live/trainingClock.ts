/** Milliseconds spent training: it stands still between portions. */
export class TrainingClock {
  #spent = 0;
  #since: number | undefined;

  now(): number {
    return this.#spent + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    this.#spent = this.now();
    this.#since = undefined;
  }

  reset(): void {
    this.#spent = 0;
    this.#since = undefined;
  }
}
