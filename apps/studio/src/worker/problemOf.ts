import { NeumannError } from '../../../../src/errors.ts';
import type { Problem } from '../run/contract.ts';

/** What went wrong as a sentence for people; what is no fault of theirs says so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof NeumannError) return { code: error.code, text: error.message };
  const what = error instanceof Error ? error.message : String(error);
  return {
    code: 'defect',
    text: `Something went wrong inside the studio (${what}); rewind, or change a setting.`,
  };
}
