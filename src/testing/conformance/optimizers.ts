import type { MinimizerOptimizer, UpdateOptimizer } from '../../nn/define.ts';
import { optimizers } from '../../nn/optimizers/index.ts';
import { createReferenceExecutor, type Executor } from '../../tensor/index.ts';
import { followOptimizer, type FlatProblem, type Trajectory } from '../optimizers/followOptimizer.ts';
import { beale, quadratic, rosenbrock, tanhNetwork, type Values } from '../optimizers/problems.ts';
import { readCases, verdict } from './cases.ts';
import { relativeError, type ConformanceOutcome, type ReadOracle } from './outcome.ts';
import { optimizerFromTorch } from './torchOptimizers.ts';

interface OptimizerCase {
  readonly problem: string;
  readonly setting: number;
  readonly class: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly steps: number;
  readonly tol64: number;
  readonly params: readonly number[][];
  readonly loss_before_step: readonly number[];
  /** ASGD: the averaged parameters at the end. */
  readonly average_after_60?: readonly number[];
  /** Where float32 still follows: from 1, with its own tolerance against the float64 numbers. */
  readonly float32: { readonly steps: readonly number[]; readonly tol: number };
}

interface ProblemCase {
  readonly problem: string;
  readonly start: readonly Values[];
  readonly data: Readonly<Record<string, Values>>;
}

type AnyOptimizer = UpdateOptimizer | MinimizerOptimizer;
type Result = Pick<ConformanceOutcome, 'status' | 'detail'>;

/** Every trajectory in float64, and in float32 as far as the reference says that float32 follows. */
export async function* checkOptimizers(
  read: ReadOracle,
  executors: readonly Executor[] = [createReferenceExecutor()],
): AsyncGenerator<ConformanceOutcome> {
  const given = (await read('optimizers/problems.json')) as { cases: ProblemCase[] } | undefined;
  if (!given) return;
  const problems = new Map(given.cases.map((each) => [each.problem, problemOf(each)]));
  for (const { file, cases } of await readCases<OptimizerCase>(read, 'optimizers')) {
    if (file.endsWith('problems.json')) continue;
    for (const each of cases) {
      const problem = problems.get(each.problem);
      for (const executor of executors) {
        const result = problem
          ? check(executor, each, problem)
          : { status: 'unsupported' as const, detail: `problem ${each.problem}` };
        yield { file, case: `${each.problem} ${each.setting}`, executor: executor.name, ...result };
      }
    }
  }
}

function problemOf({ problem, start, data }: ProblemCase): FlatProblem | undefined {
  const flat = Float64Array.from(start.flatMap((tensor) => Array.from(tensor.data)));
  if (problem === 'quadratic') return quadratic(flat, data.A, data.c.data);
  if (problem === 'rosenbrock') return rosenbrock(flat);
  if (problem === 'beale') return beale(flat);
  if (problem === 'mlp')
    return tanhNetwork(start, { x: data.x, classOf: data.y.data, batches: data.batches });
  return undefined;
}

function check(executor: Executor, each: OptimizerCase, problem: FlatProblem): Result {
  const chosen = optimizerFromTorch(each.class, each.options);
  if (!chosen)
    return { status: 'unsupported', detail: `${each.class} with ${Object.keys(each.options).join(', ')}` };
  const optimizer = optimizers[chosen.name] as AnyOptimizer;
  const trajectory = followOptimizer(executor, optimizer, chosen.options, problem, each.steps);
  return executor.name === 'reference' ? checkFloat64(each, trajectory) : checkFloat32(each, trajectory);
}

function checkFloat64(each: OptimizerCase, { path, losses, states }: Trajectory): Result {
  const average = each.average_after_60;
  return verdict(
    {
      parameters: relativeError(flat(path), each.params.flat()),
      // A loss is off by more than its parameters where it is steep.
      losses: relativeError(losses, each.loss_before_step) / 10,
      average: average ? relativeError(states.average, average) : 0,
    },
    each.tol64,
  );
}

function checkFloat32({ float32, params }: OptimizerCase, { path }: Trajectory): Result {
  const at = float32.steps.map((step) => step - 1);
  const expected = at.flatMap((k) => params[k]);
  return verdict({ parameters: relativeError(flat(at.map((k) => path[k])), expected) }, float32.tol);
}

function flat(path: readonly Float64Array[]): number[] {
  return path.flatMap((values) => Array.from(values));
}
