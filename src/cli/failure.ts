import { NeumannError } from '../errors.ts';

/** What a person reads when a command fails: one sentence, and only for defects of ours, and only when asked for, where it came from. */
export function failureText(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (error instanceof NeumannError) return `neumann: ${oneLine(error.message)}\n`;
  const debug = environment.NEUMANN_DEBUG === '1';
  const detail = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (isOutOfMemory(error))
    return `neumann: There is not enough memory for this; take a smaller table or a smaller model, or let Node have more (NODE_OPTIONS=--max-old-space-size=8000).\n${detail}`;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const advice = debug ? '' : ' NEUMANN_DEBUG=1 shows where it came from.';
  return `neumann: This is a defect of Neumann, not of your input (${oneLine(what)}).${advice}\n${detail}`;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');

function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /allocation failed|Invalid (typed )?array length|could not allocate|out of memory|Invalid string length/i.test(
      error.message,
    )
  );
}
