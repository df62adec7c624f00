import { describe, expect, it } from 'vitest';
import { NeumannError } from '../../errors.ts';
import { createReferenceExecutor, gradients, sum } from '../../tensor/index.ts';
import { evaluateGraph, type GivenTensor } from '../../testing/conformance/evaluateGraph.ts';
import type { LossDefinition, TargetKind } from '../define.ts';
import { losses } from './index.ts';

const f32 = (values: readonly number[], shape: readonly number[]): GivenTensor => ({
  values: Float64Array.from(values),
  shape,
  dtype: 'f32',
});

/** The loss of each element or row, and the gradient of their sum by the prediction. */
function run(
  loss: LossDefinition<unknown>,
  prediction: GivenTensor,
  target: GivenTensor,
  options: unknown = loss.options.parse({}),
): { each: Float64Array; slope: Float64Array } {
  const { each, slope } = evaluateGraph(createReferenceExecutor(), { prediction, target }, (nodes) => {
    const value = loss.each(nodes.prediction, nodes.target, options);
    return { each: value, slope: gradients(sum(value), [nodes.prediction])[0] };
  });
  return { each, slope };
}

/** Two rows of a target of so many columns. */
function targetOf(kind: TargetKind, width: number): GivenTensor {
  const of = (values: readonly number[]): GivenTensor =>
    f32(
      Array.from({ length: 2 * width }, (_, i) => values[i % values.length]),
      [2, width],
    );
  const targets: Record<TargetKind, GivenTensor> = {
    number: of([0.3, 2.1, -1.4]),
    classes: { values: Float64Array.of(0, 3), shape: [2], dtype: 'i32' },
    binary: of([0, 1, 1]),
    probabilities: of([0.1, 0.2, 0.3, 0.4]),
    signs: of([1, -1, -1]),
  };
  return targets[kind];
}

const all: readonly (readonly [string, LossDefinition<unknown>])[] = Object.entries(losses);
const units = 4;
const points = [0.62, 0.31, 0.84, 0.12, 0.43, 0.9, 0.27, 0.55];

describe.each(all.filter(([name]) => name !== 'custom'))('%s', (name, loss) => {
  const target = targetOf(loss.target, loss.targetWidth?.(units) ?? units);

  it('stands in the list under its own name', () => expect(loss.name).toBe(name));

  it('has the gradient that differences give', () => {
    const step = 1e-6;
    const { slope } = run(loss, f32(points, [2, units]), target);
    const total = (moved: readonly number[]): number =>
      run(loss, f32(moved, [2, units]), target).each.reduce((a, b) => a + b, 0);
    slope.forEach((expected, i) => {
      const [above, below] = [step, -step].map((by) => total(points.map((x, k) => (k === i ? x + by : x))));
      expect((above - below) / (2 * step)).toBeCloseTo(expected, 7);
    });
  });

  it('gives one number a row, or one an element', () => {
    const { each } = run(loss, f32(points, [2, units]), target);
    expect((2 * units) % each.length).toBe(0);
    expect(each.every(Number.isFinite)).toBe(true);
  });
});

describe('logits of 10,000 and more', () => {
  const logits = f32([1e4, -1e4, 3e4, -3e4, 0, 1e4, -1e4, 0], [2, units]);
  const fromLogits = [
    'binaryCrossEntropy',
    'crossEntropy',
    'softCrossEntropy',
    'kullbackLeibler',
    'hinge',
    'softMargin',
    'multiMargin',
  ] as const;

  it.each(fromLogits)('%s is finite, and so is its gradient', (name) => {
    const loss: LossDefinition<unknown> = losses[name];
    const { each, slope } = run(loss, logits, targetOf(loss.target, units));
    expect([...each, ...slope].filter((x) => !Number.isFinite(x))).toEqual([]);
  });

  it('gives the exact loss of a wrong class', () => {
    const target: GivenTensor = { values: Float64Array.of(1, 2), shape: [2], dtype: 'i32' };
    expect([...run(losses.crossEntropy, logits, target).each]).toEqual([4e4, 2e4]);
  });
});

describe('crossEntropy', () => {
  const { crossEntropy } = losses;

  it('counts rows by class weight, and ignored ones not at all', () => {
    const options = crossEntropy.options.parse({ classWeights: [1, 3], ignoreIndex: -1 });
    expect([0, 1, -1].map((target) => crossEntropy.rowWeight!(target, options))).toEqual([1, 3, 0]);
    expect(crossEntropy.rowWeight!(1, crossEntropy.options.parse({}))).toBe(1);
  });

  it('starts near log(classes)', () => {
    const target: GivenTensor = { values: Float64Array.of(0, 3), shape: [2], dtype: 'i32' };
    const { each } = run(
      crossEntropy,
      f32(
        Array.from({ length: 8 }, () => 0),
        [2, 4],
      ),
      target,
    );
    each.forEach((x) => expect(x).toBeCloseTo(Math.log(4), 14));
  });

  it('refuses class weights that do not fit', () => {
    const options = crossEntropy.options.parse({ classWeights: [1, 2, 3] });
    const target: GivenTensor = { values: Float64Array.of(0, 3), shape: [2], dtype: 'i32' };
    expect(() => run(crossEntropy, f32(points, [2, 4]), target, options)).toThrow(NeumannError);
  });
});

describe('binaryCrossEntropy', () => {
  it('has the gradient -1/2 or 1/2 at a logit of exactly 0, where a model of zeros starts', () => {
    const { slope } = run(losses.binaryCrossEntropy, f32([0, 0], [1, 2]), f32([1, 0], [1, 2]));
    expect([...slope]).toEqual([-0.5, 0.5]);
  });

  it('keeps the digits of a sure and right prediction', () => {
    const { each } = run(losses.binaryCrossEntropy, f32([30, -30], [1, 2]), f32([1, 0], [1, 2]));
    each.forEach((x) => expect(x / 9.357622968840175e-14).toBeCloseTo(1, 12));
  });
});

describe('gaussian', () => {
  it('wants an even number of units', () =>
    expect(() => losses.gaussian.targetWidth!(3)).toThrow(NeumannError));

  it.each(['softplus', 'exp'] as const)('learns a variance through %s', (variance) => {
    const options = losses.gaussian.options.parse({ variance });
    const { slope } = run(losses.gaussian, f32([1, 0.2], [1, 2]), f32([1.1], [1, 1]), options);
    expect(slope.every((x) => Number.isFinite(x) && x !== 0)).toBe(true);
  });
});

it.each([
  [{ logInput: true }, 'exp'],
  [{ logInput: false }, 'identity'],
])('poisson with %o has the link %s', (given, link) => {
  expect(losses.poisson.link!(losses.poisson.options.parse(given))).toBe(link);
});

it('custom is the loss its formula says', () => {
  const [prediction, target] = [f32(points, [2, units]), targetOf('number', units)];
  const own = run(losses.custom, prediction, target, { formula: '(prediction - target)^2' });
  const ours = run(losses.meanSquaredError, prediction, target);
  own.each.forEach((x, i) => expect(x).toBeCloseTo(ours.each[i], 13));
  own.slope.forEach((x, i) => expect(x).toBeCloseTo(ours.slope[i], 13));
  expect(() => run(losses.custom, prediction, target, { formula: '0' })).toThrow(NeumannError);
});
