import { z } from 'zod';
import type { Described } from '../../nn/define.ts';
import type { ByName } from './things.ts';

/** A thing chosen by name with its options beside the name: `{ "name": "adam", "beta1": 0.9 }`. */
export type Choice = { name: string; [option: string]: unknown };

/**
 * The union of all things of a list, told apart by `name`. `extra` are fields every member has besides its own, such as
 * the weight of a loss; where a definition has a field of that name, its own holds.
 */
export function choice(
  list: ByName<Described<unknown>>,
  extra: (definition: Described<unknown>) => z.ZodRawShape = () => ({}),
): z.ZodType<Choice, Choice> {
  const members = Object.values(list).map((definition) => member(definition, extra(definition)));
  const union = z.discriminatedUnion('name', members as [z.ZodObject, ...z.ZodObject[]]);
  return union as unknown as z.ZodType<Choice, Choice>;
}

function member(definition: Described<unknown>, extra: z.ZodRawShape): z.ZodObject {
  const own = definition.options as z.ZodObject;
  return own.safeExtend({ name: z.literal(definition.name).describe(definition.summary), ...extra });
}

/** The fields of a definition's options; empty where they are no object. */
export function optionsOf(definition: Described<unknown>): z.ZodRawShape {
  return (definition.options as z.ZodObject).shape ?? {};
}
