import { expect, it } from 'vitest';
import * as numeric from '../../../../../numeric/index.ts';
import { call, i32, ModuleBuilder, v128 } from '../../emit/index.ts';
import { vectorFunctions } from './index.ts';

const memory = new WebAssembly.Memory({ initial: 1 });
const numbers = new Float32Array(memory.buffer);

/** Applies a function of the module to four lanes at a time, through memory. */
function compiled(name: string, arity: 1 | 2): (...inputs: Float32Array[]) => Float32Array {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: false });
  const target = vectorFunctions[name](module);
  const run = module.function([], undefined, (f) => {
    const operands = Array.from({ length: arity }, (_, i) => v128.load(i32.const(16 * i)));
    f.do(v128.store(i32.const(64), call(target, ...operands)));
  });
  module.export('run', run);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.bytes()), { env: { memory } });
  const execute = instance.exports.run as () => void;
  return (...inputs) => {
    const result = new Float32Array(inputs[0].length);
    for (let at = 0; at < result.length; at += 4) {
      inputs.forEach((input, i) => numbers.set(input.subarray(at, at + 4), 4 * i));
      execute();
      result.set(numbers.subarray(16, 16 + Math.min(4, result.length - at)), at);
    }
    return result;
  };
}

/** Distance of a float32 from the exact value, in units of the last place there. */
function errorInUlp(value: number, exact: number): number {
  if (Object.is(value, exact) || value === Math.fround(exact)) return 0;
  if (Number.isNaN(value) !== Number.isNaN(exact)) return Infinity;
  const size = Math.abs(exact);
  if (!(size < 3.4028235e38) || Math.abs(value) === Infinity) return Infinity;
  const exponent = Math.max(-126, Math.floor(Math.log2(size)));
  return Math.abs(value - exact) / 2 ** (exponent - 23);
}

/** Floats spread evenly over their bit patterns, so over all exponents, between two positive numbers; then both signs. */
function spread(from: number, to: number, count: number, signs: readonly number[] = [1, -1]): Float32Array {
  const ends = new Uint32Array(Float32Array.of(from, to).buffer);
  const bits = Uint32Array.from(
    { length: count },
    (_, i) => ends[0] + Math.floor(((ends[1] - ends[0]) * i) / (count - 1)),
  );
  const positive = new Float32Array(bits.buffer);
  return Float32Array.from(signs.flatMap((sign) => Array.from(positive, (x) => sign * x)));
}

function worst(
  name: string,
  exact: (x: number) => number,
  inputs: Float32Array,
): { ulp: number; at: number } {
  const results = compiled(name, 1)(inputs);
  let found = { ulp: 0, at: 0 };
  results.forEach((value, i) => {
    const ulp = errorInUlp(value, exact(inputs[i]));
    if (!(ulp <= found.ulp)) found = { ulp, at: inputs[i] };
  });
  return found;
}

const smallest = 2 ** -149;
const largest = 3.4028234663852886e38;

it.each([
  ['exp', numeric.exp, spread(smallest, 110, 60_000), 1],
  ['expm1', numeric.expm1, spread(smallest, 110, 60_000), 2],
  ['log', numeric.log, spread(smallest, largest, 60_000, [1]), 1],
  ['log', numeric.log, spread(0.5, 2, 60_000, [1]), 1],
  ['log1p', numeric.log1p, spread(smallest, largest, 60_000, [1]), 2],
  ['log1p', numeric.log1p, spread(smallest, 0.99999994, 60_000, [-1]), 2],
  ['tanh', numeric.tanh, spread(smallest, 20, 60_000), 2],
  ['erf', numeric.erf, spread(smallest, 6, 60_000), 2],
  ['sin', numeric.sin, spread(smallest, 1e6, 60_000), 1],
  ['cos', numeric.cos, spread(smallest, 1e6, 60_000), 1],
  ['sin', numeric.sin, spread(1e6, largest, 4_000), 4],
  ['cos', numeric.cos, spread(1e6, largest, 4_000), 4],
] as const)('%s is as near as stated', (name, exact, inputs, bound) => {
  const { ulp, at } = worst(name, exact, inputs);
  expect(ulp, `${name}(${at})`).toBeLessThan(bound);
});

it('pow is as near as stated', () => {
  const bases = spread(smallest, largest, 3000);
  const power = compiled('power', 2);
  for (const exponent of [-30.5, -3, -1.1, -0.5, -1e-3, 0.25, 0.999, 2.5, 3, 7, 30.1, 1e-6]) {
    const results = power(bases, new Float32Array(bases.length).fill(exponent));
    results.forEach((value, i) => {
      const exact = numeric.pow(bases[i], Math.fround(exponent));
      expect(errorInUlp(value, exact), `${bases[i]} ** ${exponent}`).toBeLessThan(1);
    });
  }
});

const special = [
  NaN,
  0,
  -0,
  Infinity,
  -Infinity,
  1,
  -1,
  0.5,
  -0.5,
  3,
  -3,
  largest,
  -largest,
  smallest,
  -smallest,
];

it.each([
  ['exp', numeric.exp],
  ['expm1', numeric.expm1],
  ['log', numeric.log],
  ['log1p', numeric.log1p],
  ['tanh', numeric.tanh],
  ['erf', numeric.erf],
  ['sin', numeric.sin],
  ['cos', numeric.cos],
] as const)('%s has the special values of the float64 function', (name, exact) => {
  const inputs = Float32Array.from(special);
  compiled(
    name,
    1,
  )(inputs).forEach((value, i) => {
    expect(errorInUlp(value, exact(inputs[i])), `${name}(${inputs[i]}) = ${value}`).toBeLessThan(4);
  });
});

it('pow has the special values of the float64 function', () => {
  const bases = Float32Array.from(special.flatMap((x) => special.map(() => x)));
  const exponents = Float32Array.from(special.flatMap(() => special));
  compiled('power', 2)(bases, exponents).forEach((value, i) => {
    const exact = numeric.pow(bases[i], exponents[i]);
    expect(errorInUlp(value, exact), `${bases[i]} ** ${exponents[i]} = ${value}`).toBeLessThan(1);
  });
});
