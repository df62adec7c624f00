/** In which order a column writes its dates; found over the whole column, for 03/04/2024 alone does not say. */
export type DateOrder = 'yearFirst' | 'dayFirst' | 'monthFirst' | 'monthName';

const TIME = String.raw`(?:[T ]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?`;
const pattern = (date: string): RegExp => new RegExp(`^${date}${TIME}$`);

const YEAR_FIRST = [
  pattern(String.raw`(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?`),
  pattern(String.raw`(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})`),
  pattern(String.raw`(?<year>\d{4})\. ?(?<month>\d{1,2})\. ?(?<day>\d{1,2})\.?`),
];
const DAY_FIRST = [
  pattern(String.raw`(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})\.?`),
  pattern(String.raw`(?<day>\d{1,2})(?<separator>[/-])(?<month>\d{1,2})\k<separator>(?<year>\d{4})`),
];
const MONTH_FIRST = [
  pattern(String.raw`(?<month>\d{1,2})(?<separator>[/-])(?<day>\d{1,2})\k<separator>(?<year>\d{4})`),
];
const MONTH_NAME = [
  pattern(String.raw`(?<day>\d{1,2})[ -](?<name>[A-Za-z]{3,9})\.?[ -](?<year>\d{4})`),
  pattern(String.raw`(?<name>[A-Za-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})`),
];

const PATTERNS: Record<DateOrder, readonly RegExp[]> = {
  yearFirst: YEAR_FIRST,
  dayFirst: DAY_FIRST,
  monthFirst: MONTH_FIRST,
  monthName: MONTH_NAME,
};

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * Milliseconds since 1970-01-01T00:00Z of a date, with or without a time, or NaN where `word` is none in that `order`.
 * A time without a zone is taken as UTC, so that a table means the same on every machine.
 */
export function parseDate(word: string, order: DateOrder): number {
  const trimmed = word.trim();
  for (const candidate of PATTERNS[order]) {
    const parts = candidate.exec(trimmed)?.groups;
    if (parts) return instant(parts);
  }
  return NaN;
}

function instant(parts: Record<string, string | undefined>): number {
  const month = parts.name === undefined ? Number(parts.month) : monthOf(parts.name);
  const day = Number(parts.day ?? 1);
  const hour = hourOf(Number(parts.hour ?? 0), parts.half?.toLowerCase());
  const minute = Number(parts.minute ?? 0);
  const second = Number(parts.second ?? 0);
  const year = Number(parts.year);
  // Years below 100 mean 19xx to Date.UTC; a leap second is taken as the second before it.
  if (year < 100 || !(hour < 24) || minute > 59 || second > 60) return NaN;
  const midnight = Date.UTC(year, month - 1, day);
  const given = new Date(midnight);
  if (given.getUTCMonth() !== month - 1 || given.getUTCDate() !== day) return NaN;
  const milliseconds = Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const ofDay = ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000 + milliseconds;
  return midnight + ofDay - zoneOffset(parts.zone);
}

function monthOf(name: string): number {
  const wanted = name.toLowerCase();
  const index = MONTHS.findIndex(
    (month) =>
      month === wanted || month.slice(0, 3) === wanted || (wanted === 'sept' && month === 'september'),
  );
  return index < 0 ? NaN : index + 1;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'UTC') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone[0] === '-' ? -minutes : minutes) * 60_000;
}
