import type { DatePart } from '../../../data/prepare/index.ts';
import type { Value } from '../graph/graphBuilder.ts';
import type { Arithmetic, Operand } from './arithmetic.ts';

const DAY = 86_400_000;

/** The numbers that a date is made of (`dateParts`), in float64. */
export const datePartGraph: Readonly<Record<DatePart, (date: DateGraph) => Value>> = {
  days: ({ math, ms }) => math.divide(ms, DAY),
  year: (date) => date.civil().year,
  monthSine: (date) => circle(date, 'sine', date.math.divide(date.civil().month, 12)),
  monthCosine: (date) => circle(date, 'cosine', date.math.divide(date.civil().month, 12)),
  dayOfMonth: (date) => date.civil().dayOfMonth,
  weekdaySine: (date) => circle(date, 'sine', date.math.divide(weekday(date), 7)),
  weekdayCosine: (date) => circle(date, 'cosine', date.math.divide(weekday(date), 7)),
  hourSine: (date) => circle(date, 'sine', shareOfDay(date)),
  hourCosine: (date) => circle(date, 'cosine', shareOfDay(date)),
};

/** A date of each row. */
export interface DateGraph {
  readonly math: Arithmetic;
  /** Milliseconds since 1970. */
  readonly ms: Value;
  /** Year, month and day, worked out when first asked for. */
  civil(): CivilDate;
}

interface CivilDate {
  readonly year: Value;
  /** January is 0. */
  readonly month: Value;
  readonly dayOfMonth: Value;
}

export function dateGraph(math: Arithmetic, ms: Value): DateGraph {
  let known: CivilDate | undefined;
  return { math, ms, civil: () => (known ??= civil(math, ms)) };
}

/** A share of a full turn, on the circle. The cosine is the sine a quarter ahead. */
function circle({ math }: DateGraph, axis: 'sine' | 'cosine', share: Value): Value {
  const turned = axis === 'sine' ? share : math.add(share, 0.25);
  return math.apply('Sin', math.multiply(turned, 2 * Math.PI));
}

const floor = (math: Arithmetic, x: Value): Value => math.apply('Floor', x);
/** The whole part of x / divisor. */
const over = (math: Arithmetic, x: Value, divisor: number): Value => floor(math, math.divide(x, divisor));
const days = (math: Arithmetic, ms: Value): Value => over(math, ms, DAY);
const shareOfDay = ({ math, ms }: DateGraph): Value => math.subtract(math.divide(ms, DAY), days(math, ms));

/** Monday is 0; day 0 was a Thursday. */
function weekday({ math, ms }: DateGraph): Value {
  const fromMonday = math.add(days(math, ms), 3);
  return math.subtract(fromMonday, math.multiply(over(math, fromMonday, 7), 7));
}

/**
 * Howard Hinnant, 'chrono-compatible low-level date algorithms' (2013),
 * civil_from_days. Its years begin in March, so that leap days come last; an era is 400 years.
 */
function civil(math: Arithmetic, ms: Value): CivilDate {
  const sum = (...terms: Operand[]) => terms.reduce((a, b) => math.add(a, b)) as Value;
  const times = (x: Value, factor: number) => math.multiply(x, factor);
  const since = math.add(days(math, ms), 719_468);
  const era = over(math, since, 146_097);
  const dayOfEra = math.subtract(since, times(era, 146_097));
  const leapDays = sum(
    times(over(math, dayOfEra, 1460), -1),
    over(math, dayOfEra, 36_524),
    times(over(math, dayOfEra, 146_096), -1),
  );
  const yearOfEra = over(math, math.add(dayOfEra, leapDays), 365);
  const daysBefore = sum(
    times(yearOfEra, 365),
    over(math, yearOfEra, 4),
    times(over(math, yearOfEra, 100), -1),
  );
  const dayOfYear = math.subtract(dayOfEra, daysBefore);
  const fromMarch = over(math, math.add(times(dayOfYear, 5), 2), 153);
  const isNextYear = math.compare('GreaterOrEqual', fromMarch, 10);
  const daysBeforeMonth = over(math, math.add(times(fromMarch, 153), 2), 5);
  return {
    year: sum(yearOfEra, times(era, 400), math.select(isNextYear, 1, 0)),
    month: math.add(fromMarch, math.select(isNextYear, -10, 2)),
    dayOfMonth: math.add(math.subtract(dayOfYear, daysBeforeMonth), 1),
  };
}
