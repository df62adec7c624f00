import { z } from 'zod';
import { NeumannError } from '../../errors.ts';
import type { Choice, Described } from '../define.ts';

export interface Resolved<Definition> {
  readonly definition: Definition;
  /** Checked, defaults filled in. */
  readonly options: unknown;
}

/** The definition that a choice names, and its options checked; `kind` is what a message calls such a thing: 'layer'. */
export function resolveChoice<Definition extends Described<unknown>>(
  kind: string,
  list: readonly Definition[],
  { name, ...given }: Choice,
): Resolved<Definition> {
  const definition = list.find((candidate) => candidate.name === name);
  if (!definition) {
    const known = list.map((candidate) => candidate.name).join(', ');
    throw new NeumannError('name', `there is no ${kind} '${name}'; there are ${known}`);
  }
  const options = definition.options.safeParse(given);
  if (options.success) return { definition, options: options.data };
  const problem = z
    .prettifyError(options.error)
    .replace(/^✖ /, '')
    .replaceAll(/\s*\n\s*(✖ )?/g, ' ');
  throw new NeumannError('options', `${kind} '${name}': ${problem}`);
}
