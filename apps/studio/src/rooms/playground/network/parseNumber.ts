/** A number as a person writes it: with a true minus or a decimal comma too. Null where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const value = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(value) && Number.isFinite(Math.fround(value)) ? value : null;
}
