import { expect, it } from 'vitest';
import { f32x4, i32x4, ModuleBuilder } from './index.ts';
import { i32 } from './scalar.ts';

function moduleOf(lanes: readonly number[]): { bytes: Uint8Array<ArrayBuffer>; run: () => number } {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: false });
  const run = module.function([], 'i32', (f) => {
    const sum = f.let(i32.const(0));
    for (const lane of lanes) f.advance(sum, i32x4.extract_lane(1, i32x4.const([0, lane, 0, 0])));
    return sum;
  });
  module.export('run', run);
  const bytes = module.bytes();
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { bytes, run: exports.run as () => number };
}

it('gives each constant its own value, wherever it is used', () => {
  expect(moduleOf([7, 11, 0, 7, 13]).run()).toBe(38);
});

it('keeps a constant once', () => {
  const [once, twice] = [moduleOf([7]).bytes.length, moduleOf([7, 7]).bytes.length];
  expect(twice - once).toBeLessThan(16);
});

it('tells constants of one type from those of another by their bits', () => {
  expect(f32x4.const(0).code).toEqual(i32x4.const(0).code);
});
