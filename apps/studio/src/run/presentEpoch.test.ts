import { expect, test } from 'vitest';
import type { Frame } from './contract.ts';
import { isLookingBack } from './presentEpoch.ts';

const frame = (epoch: number, shownEpoch: number, restoredEpoch?: number) =>
  ({
    epoch,
    shownEpoch,
    stopped: restoredEpoch === undefined ? null : { reason: 'patience', text: '', restoredEpoch },
  }) as Frame;

test('after early stopping the restored epoch is the present, and the last one is looked back at', () => {
  expect(isLookingBack(null)).toBe(false);
  expect(isLookingBack(frame(80, 80))).toBe(false);
  expect(isLookingBack(frame(80, 40))).toBe(true);
  expect(isLookingBack(frame(80, 40, 40))).toBe(false);
  expect(isLookingBack(frame(80, 80, 40))).toBe(true);
});
