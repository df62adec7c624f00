import { expect, test } from 'vitest';
import { EpochHistory } from './epochHistory.ts';

const weights = (epoch: number) => ({
  parameters: Float32Array.of(epoch, 1, 2, 3),
  buffers: new Float32Array(0),
});
const bytes = weights(0).parameters.byteLength;

function filled(epochs: number, room: number, best: (epoch: number) => boolean = () => false): EpochHistory {
  const history = new EpochHistory(weights(0), room * bytes);
  for (let epoch = 0; epoch <= epochs; epoch++) history.add(epoch, weights(epoch), best(epoch));
  return history;
}

test('keeps everything while there is room', () => {
  const history = filled(9, 10);
  expect(history.epochs).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(history.at(4)).toEqual(weights(4));
});

test('then the first, the last, the best, and others evenly spread, each as it was', () => {
  const history = filled(1001, 20, (epoch) => epoch <= 333);
  const { epochs } = history;
  expect(epochs.length).toBeLessThanOrEqual(20);
  expect(epochs.length).toBeGreaterThan(10);
  expect([epochs[0], epochs.at(-1), epochs.includes(333)]).toEqual([0, 1001, true]);
  const spread = epochs.filter((epoch) => epoch !== 333 && epoch !== 1001);
  const gaps = new Set(spread.slice(1).map((epoch, index) => epoch - spread[index]));
  expect(gaps.size).toBe(1);
  for (const epoch of epochs) expect(history.at(epoch)).toEqual(weights(epoch));
});

test('the best stays the best through any thinning', () => {
  for (const best of [0, 1, 7, 63, 64, 65, 500])
    expect(filled(500, 8, (epoch) => epoch === best).epochs).toContain(best);
});

test('is empty again when cleared', () => {
  const history = filled(100, 8);
  history.clear();
  history.add(0, weights(0), false);
  history.add(1, weights(1), false);
  expect(history.epochs).toEqual([0, 1]);
});

test('an epoch that is kept may be given other weights', () => {
  const history = filled(3, 10);
  history.replace(2, weights(7));
  history.replace(99, weights(7));
  expect(history.at(2)).toEqual(weights(7));
  expect(history.epochs).toEqual([0, 1, 2, 3]);
});
