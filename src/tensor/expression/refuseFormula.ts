import { NeumannError } from '../../errors.ts';

/** Ends the reading of a formula: `formula 'x +': at character 4, expected ...`. Characters are counted from 1. */
export function refuseFormula(text: string, position: number, message: string): never {
  const shown = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  throw new NeumannError('formula', `formula '${shown}': at character ${position + 1}, ${message}`);
}
