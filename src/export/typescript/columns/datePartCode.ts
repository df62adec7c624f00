import type { DatePart } from '../../../data/prepare/index.ts';

const DAY = 86_400_000;

/** A point on a circle, so many parts of so many. */
const circle = (axis: 'sin' | 'cos', part: string, parts: number): string =>
  `Math.${axis}((2 * Math.PI * ${part}) / ${parts})`;

const month = (date: string): string => `${date}.getUTCMonth()`;
/** Monday is 0. */
const weekday = (date: string): string => `((${date}.getUTCDay() + 6) % 7)`;
const ofDay = (date: string): string => `(${date}.getTime() % ${DAY})`;

/** Expressions of the numbers that a date is made of (`dateParts`); `date` is a Date. */
export const datePartCode: Readonly<Record<DatePart, (date: string) => string>> = {
  days: (date) => `${date}.getTime() / ${DAY}`,
  year: (date) => `${date}.getUTCFullYear()`,
  monthSine: (date) => circle('sin', month(date), 12),
  monthCosine: (date) => circle('cos', month(date), 12),
  dayOfMonth: (date) => `${date}.getUTCDate()`,
  weekdaySine: (date) => circle('sin', weekday(date), 7),
  weekdayCosine: (date) => circle('cos', weekday(date), 7),
  hourSine: (date) => circle('sin', ofDay(date), DAY),
  hourCosine: (date) => circle('cos', ofDay(date), DAY),
};
