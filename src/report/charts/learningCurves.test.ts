import { describe, expect, it } from 'vitest';
import type { NetHistory } from '../input/types.ts';
import { learningCurves } from './learningCurves.ts';
import { learningRate } from './learningRate.ts';

interface Sketch {
  readonly train: readonly number[];
  readonly validation?: readonly number[];
  readonly restoredEpoch?: number;
  readonly reason?: NetHistory['reason'];
  readonly kind?: 'fold' | 'member';
}

function net({
  train,
  validation,
  restoredEpoch = train.length,
  reason = 'epochs',
  kind = 'member',
}: Sketch): NetHistory {
  return {
    stage: { kind, index: 1, of: 1, epochs: train.length },
    restoredEpoch,
    reason,
    points: train.map((loss, i) => ({
      epoch: i + 1,
      learningRate: 0.1 / (i + 1),
      train: { loss },
      validation: validation && { loss: validation[i] },
    })),
  };
}

const pathsOf = (picture: string, className: string) =>
  [...picture.matchAll(new RegExp(`<path class="${className}" d="([^"]*)"`, 'g'))].map(([, d]) => d);

describe('learning curves', () => {
  it('run from the first epoch at the left to the last at the right, lower where the loss is lower', () => {
    const { picture } = learningCurves([net({ train: [1, 0.5, 0.2], validation: [1, 0.6, 0.4] })], 'loss')!;
    expect(pathsOf(picture.text, 'line blue')[0]).toMatch(/^M54 [\d.]+L250 [\d.]+L446 [\d.]+$/);
    expect(pathsOf(picture.text, 'line orange')).toHaveLength(1);
    const ys = [...pathsOf(picture.text, 'line blue')[0].matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
    expect(picture.text).toContain('<text class="name" x="2" y="15">loss</text>');
  });

  it('are logarithmic where the loss spans much', () => {
    const { picture } = learningCurves([net({ train: [1, 0.1, 0.01] })], 'loss')!;
    expect(picture.text).toContain('loss, log scale');
    const ys = [...pathsOf(picture.text, 'line blue')[0].matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(ys[1] - ys[0]).toBeCloseTo(ys[2] - ys[1], 0);
  });

  it('mark the restored epoch, and shade the patience after it', () => {
    const history = net({
      train: [3, 2, 1, 1, 1],
      validation: [3, 2, 3, 3, 3],
      restoredEpoch: 2,
      reason: 'patience',
    });
    const { picture } = learningCurves([history], 'loss')!;
    expect(picture.text).toContain('<g class="chosen"><path d="M152 42V272"/>');
    expect(picture.text).toContain('epoch 2</text>');
    expect(picture.text).toContain('<rect class="band" x="152" y="46" width="294" height="226"/>');
  });

  it('do not dramatise a change of a thousandth', () => {
    const { picture } = learningCurves([net({ train: [1, 0.999] })], 'loss')!;
    const ys = [...pathsOf(picture.text, 'line blue')[0].matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.abs(ys[1] - ys[0])).toBeLessThan(40);
  });

  it('leave out values that are no numbers', () => {
    const { picture } = learningCurves([net({ train: [1, NaN, 0.5] })], 'loss')!;
    expect(pathsOf(picture.text, 'line blue')[0]).toMatch(/^M54 [\d.]+M446 [\d.]+$/);
  });

  it('are none where nothing was measured, or no such metric', () => {
    expect(learningCurves([], 'loss')).toBeUndefined();
    expect(learningCurves([net({ train: [] })], 'loss')).toBeUndefined();
    expect(learningCurves([net({ train: [1] })], 'accuracy')).toBeUndefined();
  });
});

it('the learning rate is drawn where it changes', () => {
  expect(learningRate([net({ train: [1, 1, 1] })])!.picture.text).toContain('learning rate');
  expect(learningRate([net({ train: [1] })])).toBeUndefined();
  expect(learningRate([])).toBeUndefined();
});
