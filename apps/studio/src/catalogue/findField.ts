import { catalogue } from 'virtual:catalogue';
import { dataFields } from './dataFields.ts';
import { fieldKey, type Owner } from './fieldKey.ts';
import type { FieldSpec, Fields } from './types.ts';

export interface FoundField {
  readonly spec: FieldSpec;
  /** Its name in the dictionaries. */
  readonly key: string;
}

/**
 * The field at a path of the scenario, such as `recipe.optimizer.momentum`, for the choices in force: `valueOf` gives what stands at a
 * path (undefined where nothing does). Undefined where the choice has no such field, as momentum under adam.
 */
export function findField(path: string, valueOf: (path: string) => unknown): FoundField | undefined {
  const [root, ...parts] = path.split('.');
  let place: Place | undefined = { fields: root === 'data' ? dataFields : catalogue.recipe, owner: root };
  let found: FoundField | undefined;
  for (const [index, part] of parts.entries()) {
    const spec: FieldSpec | undefined = place?.fields[part];
    if (!place || !spec) return undefined;
    found = { spec, key: fieldKey(place.owner, part) };
    place = below(found, valueOf([root, ...parts.slice(0, index + 1)].join('.')));
  }
  return found;
}

interface Place {
  readonly fields: Fields;
  readonly owner: Owner;
}

/** What can stand below a field whose value this is. */
function below({ spec, key }: FoundField, value: unknown): Place | undefined {
  if (spec.list) {
    const name = nameOf(value, 'name') ?? nameOf(spec.default, 'name');
    const fields = fieldsFor(spec, value);
    return name !== undefined && fields ? { fields, owner: { list: spec.list, name } } : undefined;
  }
  const fields = fieldsFor(spec, value);
  return fields && { fields, owner: key };
}

/** The fields of a section or of the thing that is chosen. */
export function fieldsFor(spec: FieldSpec, value: unknown): Fields | undefined {
  if (spec.fields) return spec.fields;
  if (spec.kinds) return spec.kinds[nameOf(value, 'kind') ?? nameOf(spec.default, 'kind') ?? ''];
  if (!spec.list) return undefined;
  return catalogue.things[spec.list][nameOf(value, 'name') ?? nameOf(spec.default, 'name') ?? '']?.fields;
}

/** `{ name: 'adam' }` and 'adam' alike. */
function nameOf(value: unknown, tag: 'name' | 'kind'): string | undefined {
  if (typeof value === 'string') return value;
  const tagged =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[tag] : undefined;
  return typeof tagged === 'string' ? tagged : undefined;
}
