import { orders } from '../../data/order/index.ts';
import { optimizers } from '../../nn/optimizers/index.ts';
import { penalties } from '../../nn/penalties/index.ts';
import { schedules } from '../../nn/schedules/index.ts';
import { builtInLibrary } from '../../nn/trace/index.ts';
import type { OwnThings, Things } from './things.ts';

/** All of Neumann's own: the `index.ts` lists of their folders. */
export const builtIn: Things = { ...builtInLibrary, penalties, optimizers, schedules, orders };

/** The built-in things and a person's own; an own one of the same name takes the place of ours. */
export function withOwn(own: OwnThings): Things {
  const kinds = Object.keys(builtIn) as (keyof Things)[];
  const joined = kinds.map((kind) => [kind, { ...builtIn[kind], ...byName(own[kind] ?? []) }]);
  return Object.fromEntries(joined) as Things;
}

function byName(definitions: readonly { readonly name: string }[]) {
  return Object.fromEntries(definitions.map((definition) => [definition.name, definition]));
}
