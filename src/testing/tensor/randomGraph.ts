import { philox4x32 } from '../../numeric/index.ts';
import { clip, sizeOf, sum, type Tensor } from '../../tensor/index.ts';
import type { SampleInput } from '../../tensor/ops/define.ts';
import { sampleInput } from '../../tensor/ops/samples.ts';
import { type Bounded, growths } from './growths.ts';

/** A graph whose every number is a whole one below 2^24, so that all executors must agree to the bit, however they fuse. */
export interface RandomGraph {
  readonly inputs: readonly SampleInput[];
  /** Several results, some of which others are made from. */
  readonly build: (...inputs: Tensor[]) => readonly Tensor[];
}

type Draw = (below: number) => number;

/** A pure function of the seed and the number of operations. */
export function randomGraph(seed: number, steps = 15): RandomGraph {
  const draw = drawer(seed);
  const inputs = Array.from({ length: 2 + draw(3) }, () => randomInput(draw));
  const choices = Array.from(
    { length: steps },
    () => [draw(growths.length), draw(1000), draw(1000)] as const,
  );
  const build = (...leaves: Tensor[]): readonly Tensor[] => {
    const pool: Bounded[] = leaves.map((tensor) => ({ tensor, bound: 4 }));
    for (const [step, first, second] of choices) {
      const a = pool[pool.length - 1 - (first % Math.min(pool.length, 6))];
      const grown = growths[step](a, partner(a.tensor, pool, second), second);
      pool.push(limited(grown));
    }
    return pool.slice(-4).map(({ tensor }) => tensor);
  };
  return { inputs, build };
}

function drawer(seed: number): Draw {
  const words = new Uint32Array(4);
  let count = 0;
  return (below) => {
    philox4x32(count++, 0, 0, 0, seed, 0, words);
    return words[0] % below;
  };
}

function randomInput(draw: Draw): SampleInput {
  const shape = Array.from({ length: draw(4) }, () => 1 + draw(6));
  return sampleInput(
    Array.from({ length: sizeOf(shape) }, () => draw(9) - 4),
    shape,
  );
}

/** Another tensor that goes with `a` in an elementwise operation; `a` itself always does. */
function partner(a: Tensor, pool: readonly Bounded[], choice: number): Bounded {
  const fitting = pool.filter(({ tensor: { shape } }) => {
    if (shape.length === 0 || a.shape.length === 0) return true;
    return (
      shape.length === a.shape.length &&
      shape.every((size, i) => size === 1 || a.shape[i] === 1 || size === a.shape[i])
    );
  });
  return fitting[choice % fitting.length];
}

/** Keeps numbers and shapes small, so that sums and products of later steps stay exact. */
function limited({ tensor, bound }: Bounded): Bounded {
  if (bound > 1000) return limited({ tensor: clip(tensor, -9, 9), bound: 9 });
  if (sizeOf(tensor.shape) <= 300) return { tensor, bound };
  return limited({ tensor: sum(tensor, 0), bound: bound * tensor.shape[0] });
}
