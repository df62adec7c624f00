import { expect, test } from 'vitest';
import type { Pace } from '../state/scenario.ts';
import { Pacer } from './pacer.ts';

/** Steps taken in so many milliseconds, beat by beat, where training itself takes no time. */
function stepsIn(milliseconds: number, pace: Pace, stepsPerEpoch: number, stall = 0): number {
  const pacer = new Pacer();
  let now = 1000;
  let steps = 0;
  pacer.start({ pace }, now);
  for (const end = now + milliseconds; now < end;) {
    const { portion, next } = pacer.beat(now, steps, stepsPerEpoch);
    steps += portion?.steps ?? 0;
    pacer.took(portion?.steps ?? 0);
    now += next + stall;
  }
  return steps;
}

test.each([
  ['step', 4],
  ['slow', 40],
  ['epoch', 8 * 20],
  ['fast', 60 * 20],
] as const)('%s keeps its pace', (pace, perSecond) => {
  expect(Math.abs(stepsIn(5000, pace, 20) - 5 * perSecond)).toBeLessThan(0.02 * 5 * perSecond + 2);
});

test('shows a first step at once', () => {
  expect(stepsIn(1, 'step', 20)).toBe(1);
});

test('who was held up does not catch up', () => {
  expect(stepsIn(5000, 'fast', 20, 1000)).toBeLessThan(5 * 1200 * 0.2);
});

test('full pace is bounded by the page’s turn alone, a number of steps by both', () => {
  const pacer = new Pacer();
  pacer.start({ pace: 'full' }, 0);
  expect(pacer.beat(10, 5, 20)).toEqual({ portion: { until: 14 }, next: 0 });
  pacer.start({ lastStep: 12 }, 0);
  expect(pacer.beat(10, 5, 20)).toEqual({ portion: { steps: 7, until: 14 }, next: 0 });
  pacer.stop();
  expect(pacer.beat(10, 5, 20).portion).toBeNull();
});
