import { catalogue } from '../../catalogue/index.ts';
import type { FieldSpec, Fields } from '../../catalogue/types.ts';
import { isRecord } from '../path.ts';
import type { RecipeEdits } from '../scenario.ts';
import { conforms } from './conforms.ts';
import type { Refused } from './Refused.ts';

/**
 * Edits of a recipe without what the schema does not know or allow, so that panels can show them. Whether choices go together is for
 * the run to say, in place.
 */
export function checkRecipe(edits: unknown, path: string, base: RecipeEdits, refused: Refused): RecipeEdits {
  if (!isRecord(edits)) return refused.keep(path, edits, {});
  return checkedFields(edits, path, base, catalogue.recipe, refused);
}

const NOT_TAKEN = Symbol('not taken');

function checkedFields(
  edits: RecipeEdits,
  path: string,
  base: unknown,
  fields: Fields,
  refused: Refused,
): RecipeEdits {
  const entries = Object.entries(edits).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    const under = isRecord(base) && Object.hasOwn(base, key) ? base[key] : undefined;
    const checked = Object.hasOwn(fields, key)
      ? checkedValue(value, at, under, fields[key], refused)
      : refused.keep(at, value, NOT_TAKEN);
    return checked === NOT_TAKEN ? [] : [[key, checked]];
  });
  return Object.fromEntries(entries) as RecipeEdits;
}

/** A value of whatever form its field wants. */
function checkedValue(
  value: unknown,
  path: string,
  under: unknown,
  spec: FieldSpec,
  refused: Refused,
): unknown {
  if (conforms(spec, value)) return value;
  if (spec.type === 'list') return checkedList(value, path, spec, refused);
  if (spec.type === 'record') return isRecord(value) ? value : refused.keep(path, value, NOT_TAKEN);
  if (spec.list && typeof value === 'string')
    return Object.hasOwn(catalogue.things[spec.list], value) ? value : refused.keep(path, value, NOT_TAKEN);
  const fields = isRecord(value) ? fieldsOf(spec, value, under) : undefined;
  if (!fields) return refused.keep(path, value, NOT_TAKEN);
  const checked = checkedFields(value as RecipeEdits, path, under, fields, refused);
  const isEmptied = Object.keys(checked).length === 0 && Object.keys(value as RecipeEdits).length > 0;
  return isEmptied ? NOT_TAKEN : checked;
}

/** A list with one wrong item is not taken at all: half a list means something else. */
function checkedList(value: unknown, path: string, spec: FieldSpec, refused: Refused): unknown {
  const { items, length } = spec;
  const isRight =
    Array.isArray(value) && items !== undefined && (length === undefined || value.length === length);
  if (!isRight) return refused.keep(path, value, NOT_TAKEN);
  const before = refused.paths.length;
  const checked = value.map((item, index) =>
    checkedValue(item, `${path}.${index}`, undefined, items, refused),
  );
  return refused.paths.length > before ? NOT_TAKEN : checked;
}

/** What may stand in a section, or beside the name of the thing that it (or else the base) chooses. */
function fieldsOf(
  { fields, kinds, list, default: usual }: FieldSpec,
  value: RecipeEdits,
  under: unknown,
): Fields | undefined {
  if (fields) return fields;
  const tag = list ? 'name' : 'kind';
  const name = [value, under, usual]
    .flatMap((holder) => (isRecord(holder) ? [holder[tag]] : [holder]))
    .find((found) => found !== undefined);
  if (typeof name !== 'string') return undefined;
  if (kinds) return Object.hasOwn(kinds, name) ? { kind: { type: 'text' }, ...kinds[name] } : undefined;
  if (!list || !Object.hasOwn(catalogue.things[list], name)) return undefined;
  return { name: { type: 'text' }, ...catalogue.things[list][name].fields };
}
