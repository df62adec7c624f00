import { alternatives, discriminatorValues, type SchemaTree } from './schemaTree.ts';

/** What a schema allows, in words: `auto or a number above 0`. */
export function describe(tree: SchemaTree): string {
  const names = discriminatorValues(tree);
  if (names.length > 0) return oneOf(names);
  return joined(alternatives(tree).map(describeOne), 'or');
}

function describeOne(tree: SchemaTree): string {
  if (tree.const !== undefined) return String(tree.const);
  if (tree.enum) return oneOf(tree.enum.map(String));
  const types = typeof tree.type === 'string' ? [tree.type] : (tree.type ?? []);
  return joined(
    types.map((type) => describeType(type, tree)),
    'or',
  );
}

function describeType(type: string, tree: SchemaTree): string {
  if (type === 'integer') return `a whole number${bounds(tree)}`;
  if (type === 'number') return `a number${bounds(tree)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'string') return 'a text';
  if (type === 'null') return 'null';
  if (type === 'array') return `a list${tree.items ? `, each item ${describe(tree.items)}` : ''}`;
  if (tree.properties) return `an object with ${joined(Object.keys(tree.properties), 'and')}`;
  return 'an object';
}

function bounds(tree: SchemaTree): string {
  const parts: string[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = tree;
  if (minimum !== undefined) parts.push(`at least ${minimum}`);
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (maximum !== undefined) parts.push(`at most ${maximum}`);
  if (exclusiveMaximum !== undefined) parts.push(`below ${exclusiveMaximum}`);
  return parts.length > 0 ? ` ${parts.join(' and ')}` : '';
}

const oneOf = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `one of ${names.join(', ')}`;

function joined(parts: readonly string[], word: string): string {
  if (parts.length <= 1) return parts[0] ?? 'something else';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]}`;
}
