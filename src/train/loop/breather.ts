/** Lets the event loop run now and then, so that Ctrl-C, a stop button and a progress bar work while a net trains. */
export class Breather {
  readonly #every: number;
  #last = performance.now();

  constructor(milliseconds = 40) {
    this.#every = milliseconds;
  }

  get due(): boolean {
    return performance.now() - this.#last >= this.#every;
  }

  async breathe(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#last = performance.now();
  }
}
