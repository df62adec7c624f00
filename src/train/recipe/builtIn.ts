import { orders } from '../../data/order/index.ts';
import { activations } from '../../nn/activations/index.ts';
import { initializers } from '../../nn/initializers/index.ts';
import { layers } from '../../nn/layers/index.ts';
import { losses } from '../../nn/losses/index.ts';
import { optimizers } from '../../nn/optimizers/index.ts';
import { penalties } from '../../nn/penalties/index.ts';
import { schedules } from '../../nn/schedules/index.ts';
import type { Things } from './things.ts';

/** All of Neumann's own: the `index.ts` lists of their folders. */
export const builtIn: Things = {
  layers: Object.values(layers),
  activations: Object.values(activations),
  initializers: Object.values(initializers),
  losses: Object.values(losses),
  penalties: Object.values(penalties),
  optimizers: Object.values(optimizers),
  schedules: Object.values(schedules),
  orders: Object.values(orders),
};

/** The built-in things and a person's own; an own one of the same name takes the place of ours. */
export function withOwn(own: Partial<Things>): Things {
  const kinds = Object.keys(builtIn) as (keyof Things)[];
  const joined = kinds.map((kind) => [kind, joinedList(builtIn[kind], own[kind] ?? [])]);
  return Object.fromEntries(joined);
}

function joinedList<Thing extends { readonly name: string }>(ours: readonly Thing[], own: readonly Thing[]): Thing[] {
  const names = new Set(own.map((thing) => thing.name));
  return [...ours.filter((thing) => !names.has(thing.name)), ...own];
}
