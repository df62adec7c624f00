import { describe, expect, it } from 'vitest';
import { NeumannError } from '../../errors.ts';
import { createReferenceExecutor, gradients, sum, type Tensor } from '../../tensor/index.ts';
import { evaluateGraph } from '../../testing/conformance/evaluateGraph.ts';
import type { ActivationDefinition } from '../define.ts';
import { activations } from './index.ts';

/** Values and derivatives at the points, each a row of its own. */
function at(
  points: readonly number[],
  apply: (x: Tensor) => Tensor,
): { y: Float64Array; slope: Float64Array } {
  const x = { values: Float64Array.from(points), shape: [points.length, 1], dtype: 'f32' } as const;
  const { y, slope } = evaluateGraph(createReferenceExecutor(), { x }, (nodes) => {
    const value = apply(nodes.x);
    return { y: value, slope: gradients(sum(value), [nodes.x])[0] };
  });
  return { y, slope };
}

/** Away from corners, and on both sides of every one there is. */
const smooth = [-7.3, -2.2, -0.4, 0.3, 1.7, 4.6, 8.1];
const extreme = [-1e4, -100, 0, 100, 1e4];

const all: readonly (readonly [string, ActivationDefinition<unknown>])[] = Object.entries(activations);

describe.each(all.filter(([name]) => name !== 'custom'))('%s', (name, activation) => {
  const apply = (x: Tensor): Tensor => activation.apply(x, activation.options.parse({}));

  it('stands in the list under its own name', () => expect(activation.name).toBe(name));

  it('has the derivative that differences give', () => {
    const step = 1e-6;
    const above = at(
      smooth.map((x) => x + step),
      apply,
    ).y;
    const below = at(
      smooth.map((x) => x - step),
      apply,
    ).y;
    at(smooth, apply).slope.forEach((slope, i) => {
      expect(slope).toBeCloseTo((above[i] - below[i]) / (2 * step), 8);
    });
  });

  it('is finite far out, and so is its derivative', () => {
    const { y, slope } = at(extreme, apply);
    expect([...y, ...slope].filter((x) => !Number.isFinite(x))).toEqual([]);
  });

  it('stays within its range', () => {
    const [low, high] = activation.range?.(activation.options.parse({})) ?? [-Infinity, Infinity];
    expect(at([...smooth, ...extreme], apply).y.every((y) => y >= low && y <= high)).toBe(true);
  });
});

describe('where slopes go', () => {
  it.each(all.filter(([, { floor }]) => floor !== undefined))('%s is flat at its floor', (_, activation) => {
    const options = activation.options.parse({});
    const { y, slope } = at([-1e4], (x) => activation.apply(x, options));
    expect(y[0]).toBeCloseTo(activation.floor!(options), 12);
    expect(slope[0]).toBeCloseTo(0, 12);
  });

  it('options set the range of hardTanh and the floor of elu', () => {
    const { hardTanh, elu }: Readonly<Record<string, ActivationDefinition<unknown>>> = activations;
    expect(hardTanh.range!({ minimum: -2, maximum: 3 })).toEqual([-2, 3]);
    expect(elu.floor!({ alpha: 2 })).toBe(-2);
  });
});

describe("at corners the derivative is PyTorch's", () => {
  const slopeOf = (name: keyof typeof activations, x: number): number => {
    const activation: ActivationDefinition<unknown> = activations[name];
    return at([x], (input) => activation.apply(input, activation.options.parse({}))).slope[0];
  };

  it.each([
    ['relu', 0, 0],
    ['relu6', 6, 0],
    ['leakyRelu', 0, 0.01],
    ['elu', 0, 1],
    ['hardTanh', -1, 0],
    ['hardTanh', 1, 0],
    ['hardSigmoid', 3, 0],
    ['softsign', 0, 1],
  ] as const)('%s at %s', (name, x, expected) => expect(slopeOf(name, x)).toBe(expected));
});

describe('softmax', () => {
  it('normalises the axis it is told to', () => {
    const x = { values: Float64Array.of(0, 1, 5, -2, 3, 3), shape: [2, 3], dtype: 'f32' } as const;
    const { rows, columns } = evaluateGraph(createReferenceExecutor(), { x }, (nodes) => ({
      rows: sum(activations.softmax.apply(nodes.x, { axis: -1 }), 1),
      columns: sum(activations.softmax.apply(nodes.x, { axis: 0 }), 0),
    }));
    for (const total of [...rows, ...columns]) expect(total).toBeCloseTo(1, 14);
  });
});

describe('custom', () => {
  const { custom, silu } = activations;

  it('is the activation its formula says, derivative included', () => {
    const own = at(smooth, (x) => custom.apply(x, { formula: 'x / (1 + exp(-x))' }));
    const ours = at(smooth, (x) => silu.apply(x, {}));
    own.y.forEach((y, i) => expect(y).toBeCloseTo(ours.y[i], 13));
    own.slope.forEach((slope, i) => expect(slope).toBeCloseTo(ours.slope[i], 13));
  });

  it.each(['2', 'pi / 2', 'y', 'x +'])('refuses %s', (formula) => {
    expect(() => at(smooth, (x) => custom.apply(x, { formula }))).toThrow(NeumannError);
  });
});
