import { expect, test } from 'vitest';
import { Speed } from './speed.ts';

test('is measured over a while, without the pauses', () => {
  const speed = new Speed();
  speed.start(1000, 50);
  speed.note(1050, 60);
  expect(speed.stepsPerSecond).toBe(0);
  speed.note(1100, 70);
  expect(speed.stepsPerSecond).toBe(200);
  speed.start(60_000, 70);
  speed.note(60_100, 71);
  expect(speed.stepsPerSecond).toBe(200);
  speed.note(60_400, 110);
  expect(speed.stepsPerSecond).toBe(100);
  speed.reset();
  expect(speed.stepsPerSecond).toBe(0);
});
