import { keysToTry, type FieldSpec } from '../catalogue/index.ts';
import type { Words } from '../words/index.ts';
import { saidText } from './numberInput.ts';
import { scaleOf } from './scales.ts';

type ByName = Readonly<Record<string, string>>;

/** What a field is called. */
export function fieldName(words: Words, key: string): string {
  const names: ByName = words.fields;
  const known = keysToTry(key).find((one) => names[one] !== undefined);
  return known === undefined ? key : names[known];
}

/** What a choice is called: a thing of a list, or a word. */
export function choiceName(words: Words, spec: FieldSpec, choice: string | number): string {
  const names: ByName = spec.list ? words.things[spec.list] : words.choices;
  return names[String(choice)] ?? String(choice);
}

/** A field's value in words. */
export function valueName(words: Words, spec: FieldSpec, key: string, value: unknown): string {
  if (value === null || value === undefined) return words.controls.none;
  if (typeof value === 'boolean') return value ? words.controls.on : words.controls.off;
  if (typeof value === 'number') return saidText(value, scaleOf(key)?.percent);
  if (typeof value === 'string') return spec.words || spec.list ? choiceName(words, spec, value) : value;
  if (Array.isArray(value))
    return value.map((item) => valueName(words, spec.items ?? {}, key, item)).join(', ');
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? choiceName(words, spec, name) : JSON.stringify(value);
}
