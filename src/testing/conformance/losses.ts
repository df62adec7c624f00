import type { Choice } from '../../nn/define.ts';
import { builtInLibrary, resolveChoice } from '../../nn/trace/index.ts';
import {
  add,
  concatenate,
  createReferenceExecutor,
  type Executor,
  gradients,
  multiply,
  reshape,
  sizeOf,
  sum,
  type Tensor,
} from '../../tensor/index.ts';
import { numbers, readCases, verdict } from './cases.ts';
import { evaluateGraph, given, mapValues, type OracleTensor, type Tensors } from './evaluateGraph.ts';
import { lossFromTorch } from './lossFromTorch.ts';
import { type ConformanceOutcome, type ReadOracle, relativeError } from './outcome.ts';

interface LossCase {
  readonly loss_name: string;
  readonly options: Record<string, unknown>;
  readonly given: Record<string, OracleTensor>;
  readonly loss: OracleTensor;
  readonly tol64: number;
  readonly tol32: number;
  /** `grad_X` for each differentiable X. */
  readonly [gradient: `grad_${string}`]: OracleTensor;
}

/** One loss of a case: which, reduced how, over which of the given tensors. */
interface LossTerm {
  readonly choice: Choice;
  readonly reduction: string;
  readonly weight: number;
  /** Name of the given input; targets and the like stand beside it. */
  readonly input: string;
  readonly target: string;
}

/** Values and gradients of every loss. */
export async function* checkLosses(
  read: ReadOracle,
  executors: readonly Executor[] = [createReferenceExecutor()],
): AsyncGenerator<ConformanceOutcome> {
  for (const { file, cases } of await readCases<LossCase>(read, 'losses')) {
    for (const [index, each] of cases.entries()) {
      const label = `${each.loss_name} ${reductionOf(each)} ${index}`;
      const terms = termsOf(each);
      if (!terms) {
        const detail = `${each.loss_name} ${JSON.stringify(each.options)}`;
        yield { file, case: label, executor: 'none', status: 'unsupported', detail };
        continue;
      }
      for (const executor of executors) {
        yield { file, case: label, executor: executor.name, ...check(each, terms, executor) };
      }
    }
  }
}

function reductionOf({ options: { reduction } }: LossCase): string {
  return typeof reduction === 'string' ? reduction : 'mean';
}

function termsOf(each: LossCase): LossTerm[] | undefined {
  if (each.loss_name === 'weighted_sum_of_outputs') return combinedTerms(each);
  const choice = lossFromTorch(each.loss_name, each.options, each.given);
  const reduction = reductionOf(each);
  if (!choice || !['mean', 'sum', 'none', 'batchmean'].includes(reduction)) return undefined;
  const target = each.loss_name === 'one_minus_cosine' ? 'other' : 'target';
  return [{ choice, reduction, weight: 1, input: 'input', target }];
}

/** `a: 'mse mean'` over `a` and `a_target`, for each name in `weights`. */
function combinedTerms({ options }: LossCase): LossTerm[] | undefined {
  const terms = Object.entries(options.weights as Record<string, number>).map(([name, weight]) => {
    const [loss, reduction] = (options[name] as string).split(' ');
    const choice = lossFromTorch(loss, {}, {});
    return (
      choice && reduction !== 'none' && { choice, reduction, weight, input: name, target: `${name}_target` }
    );
  });
  return terms.every((term) => typeof term === 'object') ? terms : undefined;
}

function check(
  each: LossCase,
  terms: readonly LossTerm[],
  executor: Executor,
): Pick<ConformanceOutcome, 'status' | 'detail'> {
  const classes = terms.filter(({ choice }) => definitionOf(choice).definition.target === 'classes');
  const inputs = mapValues(each.given, (tensor, name) =>
    given(tensor, classes.some(({ target }) => target === name) ? 'i32' : 'f32'),
  );
  const wanted = Object.entries(each).filter(([name]) => name.startsWith('grad_'));
  const results = evaluateGraph(executor, inputs, (nodes) => {
    const loss = terms
      .map((term) => multiply(trace(each, term, nodes), term.weight))
      .reduce((a, b) => add(a, b));
    const slopes = gradients(
      sum(loss),
      wanted.map(([name]) => nodes[name.slice('grad_'.length)]),
    );
    return { loss, ...Object.fromEntries(wanted.map(([name], i) => [name, slopes[i]])) };
  });
  const errors = Object.fromEntries(
    [['loss', each.loss] as const, ...(wanted as [string, OracleTensor][])].map(([name, expected]) => [
      name,
      relativeError(results[name], numbers(expected.data)),
    ]),
  );
  return verdict(errors, executor.name === 'reference' ? each.tol64 : each.tol32);
}

function definitionOf(choice: Choice) {
  return resolveChoice('loss', builtInLibrary.losses, choice);
}

function trace(each: LossCase, term: LossTerm, nodes: Tensors): Tensor {
  const { definition, options } = definitionOf(term.choice);
  const loss = definition.each(
    predictionOf(each, term, nodes),
    targetOf(definition.target, nodes[term.target]),
    options,
  );
  if (term.reduction === 'none') return reshape(loss, each.loss.shape);
  if (term.reduction === 'sum') return sum(loss);
  const rows = loss.shape[0];
  const targets = numbers(each.given[term.target].data);
  const counted = definition.rowWeight
    ? targets.reduce((total, target) => total + definition.rowWeight!(target, options), 0)
    : rows;
  const elements = term.reduction === 'batchmean' ? 1 : sizeOf(loss.shape) / rows;
  return multiply(sum(loss), 1 / (counted * elements));
}

/** Outputs that PyTorch takes as two tensors stand side by side in one of ours. */
function predictionOf({ loss_name }: LossCase, { input }: LossTerm, nodes: Tensors): Tensor {
  const beside = { gaussian_nll: 'var', cosine_embedding: 'other' }[loss_name];
  const prediction = column(nodes[input]);
  return beside ? concatenate([prediction, column(nodes[beside])], 1) : prediction;
}

function targetOf(kind: string, target: Tensor): Tensor {
  return kind === 'classes' ? target : column(target);
}

/** [n] as [n, 1]. */
function column(x: Tensor): Tensor {
  return x.shape.length === 1 ? reshape(x, [-1, 1]) : x;
}
