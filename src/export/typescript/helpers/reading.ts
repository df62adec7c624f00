/** Functions that read a row. */
export const reading = {
  number: {
    code: `
/** A number of a row; \`fill\` where it is missing. */
function number(value: unknown, fill: number): number {
  const read = value === null || value === undefined || value === "" ? NaN : Number(value);
  return Number.isFinite(read) ? read : fill;
}`,
  },
  missing: {
    uses: ['number'],
    code: `
/** 1 where a number of a row is missing, else 0. */
function missing(value: unknown): number {
  return Number.isNaN(number(value, NaN)) ? 1 : 0;
}`,
  },
  time: {
    code: `
/** A date of a row (a Date, milliseconds since 1970, or ISO 8601 text, in UTC unless it says otherwise); \`fill\` where missing. */
function time(value: unknown, fill: number): Date {
  const text = typeof value === "string" ? value.trim().replace(" ", "T") : "";
  const zone = text.includes(":") && !/(Z|[+-]\\d\\d(:?\\d\\d)?)$/.test(text) ? "Z" : "";
  const read = text === "" ? NaN : Date.parse(text + zone);
  const date = value instanceof Date || typeof value === "number" ? new Date(value) : new Date(read);
  return Number.isNaN(date.getTime()) ? new Date(fill) : date;
}`,
  },
  untimed: {
    uses: ['time'],
    code: `
/** 1 where a date of a row is missing, else 0. */
function untimed(value: unknown): number {
  return Number.isNaN(time(value, NaN).getTime()) ? 1 : 0;
}`,
  },
  word: {
    code: `
/** A category of a row as a word; null where it is missing. */
function word(value: unknown): string | null {
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}`,
  },
  places: {
    code: `
/** The place of each category; rare ones share the one behind the others. */
function places(categories: readonly (string | number)[], rare: readonly (string | number)[]): Map<string, number> {
  const own = categories.map((each, place) => [String(each), place] as const);
  return new Map([...own, ...rare.map((each) => [String(each), categories.length] as const)]);
}`,
  },
  place: {
    uses: ['word'],
    code: `
/** The place of a row's category, or what stands for a missing or an unknown one (-1: nothing). */
function place(known: Map<string, number>, value: unknown, missing: number, unknown: number): number {
  const category = word(value);
  return category === null ? missing : (known.get(category) ?? unknown);
}`,
  },
  truthPlace: {
    uses: ['word'],
    code: `
/** The place of a yes or a no, however it is written; what stands for a missing or an unknown one otherwise. */
function truthPlace(
  known: Map<string, number>,
  truth: Map<string, number>,
  value: unknown,
  missing: number,
  unknown: number,
): number {
  const category = word(value);
  if (category === null) return missing;
  return known.get(category) ?? truth.get(category.trim().toLowerCase()) ?? unknown;
}`,
  },
  knownPlace: {
    code: `
/** The place found, unless the category is unknown: that is refused. */
function knownPlace(place: number, column: string, value: unknown): number {
  if (place >= -1) return place;
  throw new RangeError(\`\${column} is "\${String(value)}", which no training row has\`);
}`,
  },
  oneHot: {
    code: `
/** 1 at the place, 0 at all others. */
function oneHot(place: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => (i === place ? 1 : 0));
}`,
  },
  limited: {
    code: `
/** A number as the net learned to take it: float32, within ±1e18. */
function limited(x: number): number {
  return Math.fround(Math.min(Math.max(x, -1e18), 1e18));
}`,
  },
} as const;
