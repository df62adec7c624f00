import type { Blas } from '../../blas.ts';
import type { ThreadStage } from './messages.ts';

/** What a thread does in turn. 0, or what ended it before its time: see `compilePlan`. */
export type Work = () => number;

/** One thread's work on a program; `part`: its number, where there are several. */
export function workOf(
  stages: readonly ThreadStage[],
  exports: WebAssembly.Exports,
  memory: ArrayBufferLike,
  blas: Blas | undefined,
  part?: number,
): Work {
  const each = stages.map((stage): Work => {
    if (typeof stage !== 'string') return inTurn(stage.map((product) => blas!.bind(memory, product)));
    const run = exports[stage] as (part?: number) => number;
    return part === undefined ? run : () => run(part);
  });
  if (each.length === 1) return each[0];
  return () => {
    for (let at = 0; at < each.length; at++) {
      const status = each[at]();
      if (status !== 0) return status;
    }
    return 0;
  };
}

function inTurn(products: readonly (() => void)[]): Work {
  return () => {
    for (let at = 0; at < products.length; at++) products[at]();
    return 0;
  };
}
