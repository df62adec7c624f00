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
  known: Readonly<Record<string, Definition>>,
  { name, ...given }: Choice,
): Resolved<Definition> {
  if (!Object.hasOwn(known, name)) {
    throw new NeumannError(
      'name',
      `there is no ${kind} '${name}'; there are ${Object.keys(known).join(', ')}`,
    );
  }
  const definition = known[name];
  const options = definition.options.safeParse(given);
  if (options.success) return { definition, options: options.data };
  const problem = z
    .prettifyError(options.error)
    .replace(/^✖ /, '')
    .replaceAll(/\s*\n\s*(✖ )?/g, ' ');
  throw new NeumannError('options', `${kind} '${name}': ${problem}`);
}
