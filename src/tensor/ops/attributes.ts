import type { Slot } from '../graph/tensor.ts';
import type { Attributes } from './define.ts';

/** Typed reading of a node's attributes; a wrong type is a defect of the builder that made the node. */

function attribute<T>(attributes: Attributes, name: string, fits: (value: unknown) => boolean): T {
  const value = attributes[name];
  if (!fits(value)) throw new TypeError(`attribute '${name}' is missing or of the wrong type`);
  return value as T;
}

export function numberAttribute(attributes: Attributes, name: string): number {
  return attribute(attributes, name, (value) => typeof value === 'number');
}

export function textAttribute(attributes: Attributes, name: string): string {
  return attribute(attributes, name, (value) => typeof value === 'string');
}

export function flagAttribute(attributes: Attributes, name: string): boolean {
  return attribute(attributes, name, (value) => typeof value === 'boolean');
}

export function numbersAttribute(attributes: Attributes, name: string): readonly number[] {
  return attribute(attributes, name, Array.isArray);
}

export function valuesAttribute(attributes: Attributes, name: string): Float64Array {
  return attribute(attributes, name, (value) => value instanceof Float64Array);
}

export function slotAttribute(attributes: Attributes, name: string): Slot {
  return attribute(
    attributes,
    name,
    (value) => typeof value === 'object' && value !== null && 'block' in value,
  );
}
