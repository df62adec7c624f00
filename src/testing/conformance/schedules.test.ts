import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { openOracle } from './readOracle.node.ts';
import { checkSchedules, scheduleFromTorch } from './schedules.ts';

test('schedules agree with PyTorch', async () => {
  const outcomes = await collect(checkSchedules(openOracle('fixtures/oracle')));
  expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(outcomes).toHaveLength(12);
});

test('a scheduler or option we do not have is not guessed at', () => {
  expect(scheduleFromTorch('LambdaLR', {})).toBeUndefined();
  expect(scheduleFromTorch('StepLR', { step_length: 3 })).toBeUndefined();
});
