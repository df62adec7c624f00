import { hash32, philox4x32 } from '../../numeric/index.ts';
import { type Executor, random } from '../../tensor/index.ts';
import { indices } from '../../tensor/ops/samples.ts';
import type { Check } from './check.ts';
import { evaluate } from './evaluate.ts';

const keys = [
  [0, 0, 0, 0],
  [1, 2, 3, 4],
  [-1, -(2 ** 31), 1_000_000, 7],
];

/** Random numbers are a pure function of key, name and place, to the bit. */
export function* randomChecks(executor: Executor): Generator<Check> {
  for (const key of keys)
    for (const length of [1, 3, 4, 5, 16, 17, 1003])
      yield {
        name: `random [${length}] with key ${key.join(' ')}`,
        run: () => {
          const [actual] = evaluate(executor, [indices(key)], (k) => [random('model.dropout1', [length], k)]);
          expected('model.dropout1', key, length).forEach((x, i) => {
            if (actual[i] !== x) throw new Error(`element ${i} is ${actual[i]} instead of ${x}`);
          });
        },
      };
}

/** Written from the definition in ARCHITECTURE.md, apart from the reference executor's own loop. */
function expected(stream: string, [low, high, step, slice]: readonly number[], length: number): number[] {
  const words = new Uint32Array(4);
  return Array.from({ length }, (_, i) => {
    philox4x32(i >>> 2, hash32(stream), step, slice, low, high, words);
    return (words[i & 3] >>> 8) / 2 ** 24;
  });
}
