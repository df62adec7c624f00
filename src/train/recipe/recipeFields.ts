import { z } from 'zod';
import { describe } from './describe.ts';
import { compiledSchema } from './parseRecipe.ts';
import { alternatives, discriminator, type SchemaTree } from './schemaTree.ts';
import type { Things } from './things.ts';

/** One field of the recipe, for help and documentation. */
export interface RecipeField {
  /** As `--set` takes it. Options of a named thing carry its name: `optimizer(adam).beta1`. */
  readonly path: string;
  readonly summary: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** Undefined where there is none. */
  readonly default: unknown;
}

/** Every field of the recipe, in the schema's order. */
export function recipeFields(things: Things): RecipeField[] {
  return [...fieldsOf(compiledSchema(things).tree, '')];
}

/** The schema as JSON Schema, for editors. */
export function recipeJsonSchema(things: Things): unknown {
  return z.toJSONSchema(compiledSchema(things).schema, { io: 'input', unrepresentable: 'any' });
}

function* fieldsOf(tree: SchemaTree, path: string): Generator<RecipeField> {
  if (path !== '' && !isSection(tree)) yield fieldOf(tree, path);
  const key = discriminator(tree);
  for (const option of alternatives(tree)) {
    const name = key === undefined ? '' : `(${String(option.properties?.[key]?.const)})`;
    for (const [field, child] of Object.entries(option.properties ?? {})) {
      if (field !== key) yield* fieldsOf(child, path === '' ? field : `${path}${name}.${field}`);
    }
    if (option.items && (option.items.properties || option.items.oneOf))
      yield* fieldsOf(option.items, `${path}.0`);
  }
}

/** A plain object of fields says nothing that its fields don't. */
const isSection = (tree: SchemaTree): boolean => tree.properties !== undefined;

function fieldOf(tree: SchemaTree, path: string): RecipeField {
  return { path, summary: tree.description ?? '', allowed: describe(tree), default: tree.default };
}
