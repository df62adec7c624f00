import { cos, sin } from '../../../numeric/index.ts';

const DAY = 86_400_000;
const TURN = 2 * Math.PI;

const daysOf = (ms: number): number => Math.floor(ms / DAY);
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();
const monthOf = (ms: number): number => new Date(ms).getUTCMonth();
/** 1970-01-01, day 0, was a Thursday; Monday is 0. */
const weekdayOf = (ms: number): number => (((daysOf(ms) + 3) % 7) + 7) % 7;
const dayShareOf = (ms: number): number => (ms - daysOf(ms) * DAY) / DAY;

/**
 * Numbers that a date (milliseconds since 1970, in UTC) is made of. What comes round again is a point on a circle, so that
 * December lies beside January: sine and cosine of (month - 1) / 12, weekday / 7 (Monday 0) and the hour / 24, of a full turn.
 */
export const dateParts = {
  days: { name: 'days', of: (ms: number) => ms / DAY, scaled: true },
  year: { name: 'year', of: yearOf, scaled: true },
  monthSine: { name: 'month (sine)', of: (ms: number) => sin((TURN * monthOf(ms)) / 12), scaled: false },
  monthCosine: { name: 'month (cosine)', of: (ms: number) => cos((TURN * monthOf(ms)) / 12), scaled: false },
  dayOfMonth: { name: 'day of the month', of: (ms: number) => new Date(ms).getUTCDate(), scaled: true },
  weekdaySine: { name: 'weekday (sine)', of: (ms: number) => sin((TURN * weekdayOf(ms)) / 7), scaled: false },
  weekdayCosine: {
    name: 'weekday (cosine)',
    of: (ms: number) => cos((TURN * weekdayOf(ms)) / 7),
    scaled: false,
  },
  hourSine: { name: 'hour (sine)', of: (ms: number) => sin(TURN * dayShareOf(ms)), scaled: false },
  hourCosine: { name: 'hour (cosine)', of: (ms: number) => cos(TURN * dayShareOf(ms)), scaled: false },
} as const;

export type DatePart = keyof typeof dateParts;
export const datePartNames = Object.keys(dateParts) as [DatePart, ...DatePart[]];
