/**
 * An error that a person caused and can mend: one sentence that says what, where and what to do. The command line prints
 * `message` and exits with `exitCode`; everything else that is thrown is a defect of ours.
 */
export class NeumannError extends Error {
  override readonly name = 'NeumannError';
  readonly code: string;
  readonly exitCode: number;

  constructor(code: string, message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.exitCode = options.exitCode ?? 1;
  }
}
