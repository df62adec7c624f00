import { expect, test } from 'vitest';
import { observe, startStopping, type EarlyStoppingSettings, type Observation } from './earlyStopping.ts';

const lower: EarlyStoppingSettings = {
  patience: 3,
  minimumDelta: 0,
  better: 'lower',
  monitor: 'validation.loss',
};

/** Feeds a curve until it stops; the last observation and its epoch. */
function follow(settings: EarlyStoppingSettings, values: readonly number[]): Observation & { epoch: number } {
  let last: Observation = { state: startStopping, improved: false };
  let epoch = 0;
  while (epoch < values.length && !last.stop) {
    last = observe(settings, last.state, ++epoch, values[epoch - 1]);
  }
  return { ...last, epoch };
}

test('stops after `patience` epochs without improvement and keeps the best epoch', () => {
  const end = follow(lower, [1, 0.9, 0.95, 0.9, 0.91, 0.1]);
  expect(end.epoch).toBe(5);
  expect(end.state.best).toEqual({ epoch: 2, value: 0.9 });
  expect(end.stop).toEqual({
    reason: 'patience',
    text: 'validation.loss did not improve for 3 epochs since epoch 2 (0.9000).',
  });
});

test('a gain of at most minimumDelta is neither an improvement nor the new best (Keras)', () => {
  const end = follow({ ...lower, minimumDelta: 0.01 }, [0.9, 0.85, 0.848, 0.846, 0.8455, 0.846]);
  expect(end.epoch).toBe(5);
  expect(end.state.best).toEqual({ epoch: 2, value: 0.85 });
  expect(end.stop?.text).toContain('by more than 0.01');
});

test('the direction is the one given', () => {
  const end = follow({ ...lower, better: 'higher', patience: 2 }, [0.5, 0.7, 0.6, 0.7]);
  expect(end.state.best).toEqual({ epoch: 2, value: 0.7 });
  expect(end.epoch).toBe(4);
});

test('not a number stops at once, and never becomes the best', () => {
  const end = follow(lower, [1, NaN]);
  expect(end.stop).toEqual({ reason: 'notFinite', text: 'validation.loss was not a number after epoch 2.' });
  expect(end.state.best?.epoch).toBe(1);
});

test('without patience nothing but a number that is none stops it', () => {
  expect(follow({ ...lower, patience: null }, Array(500).fill(1)).stop).toBeUndefined();
});
