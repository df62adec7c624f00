/** Gathers the paths of what is not taken. */
export class Refused {
  readonly #paths: string[] = [];

  get paths(): readonly string[] {
    return this.#paths;
  }

  add(path: string): void {
    this.#paths.push(path);
  }

  /** Notes a value that is there but not taken, and gives what stands instead. */
  keep<T>(path: string, value: unknown, instead: T): T {
    if (value !== undefined) this.add(path);
    return instead;
  }
}
