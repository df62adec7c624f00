/** A number for a person to read: four digits that count. */
export function readable(value: number): string {
  return String(Number(value.toPrecision(4)));
}
