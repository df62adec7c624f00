import { describe, expect, it } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import type { Choice, InitializerDefinition } from '../define.ts';
import { builtInLibrary, resolveChoice } from '../trace/index.ts';
import { initializers } from './index.ts';

function filled(choice: Choice, shape: readonly number[], seed = 3): number[] {
  const { definition, options } = resolveChoice('initializer', builtInLibrary.initializers, choice);
  const values = new Float64Array(shape.reduce((a, b) => a * b, 1));
  definition.fill(
    values,
    shape,
    { in: shape[0], out: shape[1] ?? shape[0] },
    options,
    randomStream(seed, 'initial', 'w'),
  );
  return [...values];
}

const all: readonly (readonly [string, InitializerDefinition<unknown>])[] = Object.entries(initializers);

describe.each(all)('%s', (name, initializer) => {
  const choice = name === 'constant' ? { name, value: 2 } : { name };

  it('stands in the list under its own name', () => expect(initializer.name).toBe(name));

  it('gives finite numbers, the same for the same seed', () => {
    const values = filled(choice, [12, 7]);
    expect(values.filter((x) => !Number.isFinite(x))).toEqual([]);
    expect(filled(choice, [12, 7])).toEqual(values);
  });
});

it("sparse leaves the wanted share of each input's weights", () => {
  const values = filled({ name: 'sparse', sparsity: 0.75 }, [10, 8]);
  for (let row = 0; row < 10; row++) {
    expect(values.slice(row * 8, row * 8 + 8).filter((x) => x === 0)).toHaveLength(6);
  }
  const places = new Set(
    Array.from({ length: 10 }, (_, row) => values.slice(row * 8, row * 8 + 8).findIndex((x) => x !== 0)),
  );
  expect(places.size).toBeGreaterThan(2);
});

it('truncatedNormal stays within two deviations', () => {
  const values = filled({ name: 'truncatedNormal', mean: 1, deviation: 0.5 }, [100, 50]);
  expect(Math.max(...values.map((x) => Math.abs(x - 1)))).toBeLessThanOrEqual(1);
  expect(Math.max(...values)).toBeGreaterThan(1.95);
});

it('identity has ones on the diagonal of any matrix', () => {
  expect(filled({ name: 'identity' }, [2, 3])).toEqual([1, 0, 0, 0, 1, 0]);
});

it('refuses an unknown option by name', () => {
  expect(() => filled({ name: 'kaimingUniform', nonlinearty: 'relu' }, [2, 2])).toThrow(
    "initializer 'kaimingUniform'",
  );
});
