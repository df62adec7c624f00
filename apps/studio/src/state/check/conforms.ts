import type { FieldSpec } from '../../catalogue/types.ts';

/** Whether a plain value (no section, no thing) may stand in a field. */
export function conforms(spec: FieldSpec, value: unknown): boolean {
  if (value === null) return spec.nullable === true;
  if (spec.words?.includes(value as string)) return true;
  switch (spec.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithinBounds(spec, value);
    case 'integer':
      return Number.isSafeInteger(value) && isWithinBounds(spec, value as number);
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    default:
      return false;
  }
}

const isWithinBounds = ({ minimum, maximum, above, below }: FieldSpec, value: number): boolean =>
  value >= (minimum ?? -Infinity) &&
  value <= (maximum ?? Infinity) &&
  value > (above ?? -Infinity) &&
  value < (below ?? Infinity);
