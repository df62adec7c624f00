import { expect, test } from 'vitest';
import { z } from 'zod';
import { builtIn } from './builtIn.ts';
import { recipeSchema } from './schema.ts';
import { treeOf } from './treeOf.ts';

/** What the tree leaves out: who reads it needs none of it. */
const LEFT_OUT = new Set([
  '$schema',
  'required',
  'propertyNames',
  'minLength',
  'pattern',
  'maxItems',
  'readOnly',
]);
const WIDEST = new Set<unknown>([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);

/** zod's own JSON Schema in the tree's words. */
function reduced(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(reduced);
  if (typeof json !== 'object' || json === null) return json;
  const { type, properties, ...rest } = json as Record<string, unknown>;
  const entries = Object.entries(rest)
    .filter(
      ([key, value]) => !LEFT_OUT.has(key) && !WIDEST.has(value) && !(key === 'items' && value === false),
    )
    .map(([key, value]) => [key, key === 'default' ? value : reduced(value)]);
  return {
    ...Object.fromEntries(entries),
    ...(Array.isArray(type) ? { anyOf: type.map((one) => ({ type: one })) } : type !== undefined && { type }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties as object).map(([name, field]) => [name, reduced(field)]),
      ),
    }),
  };
}

const jsonSchema = (schema: z.ZodType) =>
  reduced(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

test('the tree of recipes says what zod’s own JSON Schema says', () => {
  const schema = recipeSchema(builtIn);
  expect(treeOf(schema)).toEqual(jsonSchema(schema));
});

test('so it is with what a person’s own definition may hold besides', () => {
  const schema = z.object({
    some: z.enum(['a', 'b']).optional(),
    whole: z.int().min(1).min(3).lt(9).max(20).readonly(),
    text: z.string().describe('Said of it.').nonoptional(),
    number: z.string().transform(Number).default(1),
    list: z.array(z.boolean().nullable()).min(2).prefault([true]),
    custom: z.custom(),
  });
  expect(treeOf(schema)).toEqual(jsonSchema(schema));
});
