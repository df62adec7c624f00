/** One named thing that must hold; `run` throws what is wrong. */
export interface Check {
  readonly name: string;
  run(): void;
}
