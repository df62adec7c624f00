import type { LayerSpec, TraceContext } from '../../nn/define.ts';
import { builtInLibrary, createContext, type Memory } from '../../nn/trace/index.ts';
import { createReferenceExecutor, type Executor, type Tensor, transpose } from '../../tensor/index.ts';
import { numbers, readCases, verdict } from './cases.ts';
import {
  cotangentGradients,
  evaluateGraph,
  given,
  type GivenTensor,
  mapValues,
  type OracleTensor,
  type Tensors,
} from './evaluateGraph.ts';
import { layerFromTorch } from './layerFromTorch.ts';
import { type ConformanceOutcome, type ReadOracle, relativeError } from './outcome.ts';

interface LayerCase {
  readonly layer: string;
  readonly options: Record<string, unknown>;
  readonly train: boolean;
  readonly params: Record<string, OracleTensor>;
  readonly inputs: Record<string, OracleTensor>;
  readonly cotangents: Record<string, OracleTensor>;
  readonly outputs: Record<string, OracleTensor>;
  readonly grads: Record<string, OracleTensor>;
  readonly buffers_after: Record<string, OracleTensor>;
  readonly mask?: OracleTensor;
  readonly tol64: number;
  readonly tol32: number;
}

/** Outputs, every gradient and the running statistics of layers and activations. */
export async function* checkLayers(
  read: ReadOracle,
  executors: readonly Executor[] = [createReferenceExecutor()],
): AsyncGenerator<ConformanceOutcome> {
  for (const { file, cases } of await readCases<LayerCase>(read, 'layers')) {
    for (const [index, each] of cases.entries()) {
      const label = `${each.layer} ${index}`;
      const spec = layerFromTorch(each.layer, each.options);
      if (!spec) {
        yield { file, case: label, executor: 'none', status: 'unsupported', detail: nameOf(each) };
        continue;
      }
      for (const executor of executors)
        yield { file, case: label, executor: executor.name, ...check(each, spec, executor) };
    }
  }
}

function nameOf({ layer, options }: LayerCase): string {
  return `${layer} ${JSON.stringify(options)}`;
}

function check(
  each: LayerCase,
  spec: LayerSpec,
  executor: Executor,
): Pick<ConformanceOutcome, 'status' | 'detail'> {
  const results = evaluateGraph(executor, inputsOf(each), (nodes) => trace(each, spec, nodes));
  const errors: Record<string, number> = {};
  const compare = (name: string, expected: OracleTensor): void => {
    errors[name] = relativeError(results[name] ?? [], numbers(expected.data));
  };
  compare('output', each.outputs.output);
  for (const [name, expected] of Object.entries(each.grads)) compare(`grad.${name}`, expected);
  for (const [name, expected] of Object.entries(each.buffers_after)) {
    // The count of batches matters for the plain average alone, and is kept for it alone.
    if (name !== 'num_batches_tracked' || each.options.momentum === null) compare(`after.${name}`, expected);
  }
  return verdict(errors, executor.name === 'reference' ? each.tol64 : each.tol32);
}

function inputsOf(each: LayerCase): Record<string, GivenTensor> {
  const integer = each.layer === 'embedding';
  return {
    input: given(each.inputs.input, integer ? 'i32' : 'f32'),
    cotangent: given(each.cotangents.output),
    ...mapKeys(
      each.params,
      (name) => `param.${name}`,
      (tensor) => given(tensor),
    ),
    ...(each.mask ? { mask: given(each.mask) } : {}),
    ...(each.options.momentum === null
      ? { 'param.num_batches_tracked': given({ shape: [], data: [0] }) }
      : {}),
  };
}

/** Our names of parameters and statistics, as PyTorch calls them. */
const torchNames: Readonly<Record<string, string>> = {
  runningMean: 'running_mean',
  runningVariance: 'running_var',
  batches: 'num_batches_tracked',
};

function trace(each: LayerCase, spec: LayerSpec, nodes: Tensors): Tensors {
  const after: Record<string, Tensor> = {};
  const torchName = (name: string): string => torchNames[name.split('.')[1]] ?? name.split('.')[1];
  const memory: Memory = {
    // PyTorch's Linear stores its weight as [out, in].
    parameter: (name) => {
      const node = nodes[`param.${torchName(name)}`];
      return each.layer === 'linear' && node.shape.length === 2 ? transpose(node) : node;
    },
    buffer: (name) => nodes[`param.${torchName(name)}`],
    updateBuffer: (name, value) => (after[`after.${torchName(name)}`] = value),
    // Dropout keeps where the uniform number is no less than the rate: 1 in the mask keeps, 0 drops.
    uniform: () => nodes.mask,
  };
  const context: TraceContext = createContext(builtInLibrary, each.train ? 'train' : 'evaluate', memory);
  const output = context.sequence([{ ...spec, label: 'layer' }], nodes.input);
  const wrt = mapValues(each.grads, (_, name) => nodes[name]);
  return { output, ...after, ...cotangentGradients([[output, nodes.cotangent]], wrt) };
}

function mapKeys<From, To>(
  record: Readonly<Record<string, From>>,
  rename: (name: string) => string,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), map(value)]));
}
