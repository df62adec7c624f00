import { add, concatenate, reshape, slice, type Tensor } from '../../tensor/index.ts';
import type { TraceContext } from '../define.ts';
import { dense } from '../layers/dense.ts';
import { embedding } from '../layers/embedding.ts';
import type { EmbeddingSpec, ModelSpec, OutputSpec } from './modelSpec.ts';

export interface ModelInputs {
  /** f32 [n, width]. */
  readonly features?: Tensor;
  /** i32 [n, embeddings]. */
  readonly codes?: Tensor;
}

/** The raw output of every head, in the order of `model.outputs`: f32 [n, units]. */
export function traceModel(context: TraceContext, model: ModelSpec, inputs: ModelInputs): Tensor[] {
  const vectors = model.input.embeddings.map((spec, column) => embed(context, spec, inputs.codes!, column));
  const joined = concatenate([...(inputs.features ? [inputs.features] : []), ...vectors], 1);
  const trunk = context.sequence(model.trunk, joined);
  return model.outputs.map((output) =>
    context.scope(`output.${output.name}`, (scope) => traceHead(scope, output, trunk, joined)),
  );
}

function embed(context: TraceContext, spec: EmbeddingSpec, codes: Tensor, column: number): Tensor {
  const rows = codes.shape[0];
  const own = reshape(slice(codes, [0, column], [rows, 1]), [rows]);
  const { size, dimension, initializer = { name: 'normal' } } = spec;
  const options = { size, dimension, initializer, paddingIndex: null };
  return context.scope(`embedding.${spec.name}`, (scope) => embedding.apply(scope, own, options));
}

/** An output's own layers over the trunk's result; `inputs` are what the linear path takes. The context is the output's scope. */
export function traceHead(context: TraceContext, output: OutputSpec, trunk: Tensor, inputs: Tensor): Tensor {
  const hidden = context.sequence(output.layers ?? [], trunk);
  const { units, initializer = { name: 'pytorchLinear' } } = output;
  const deep = dense.apply(context, hidden, { units, bias: true, initializer });
  const raw = output.linearPath ? add(deep, linearPath(context, inputs, units)) : deep;
  return output.activation ? context.activate(output.activation, raw) : raw;
}

function linearPath(context: TraceContext, inputs: Tensor, units: number): Tensor {
  const options = { units, bias: false, initializer: { name: 'zeros' } };
  return context.scope('linear', (scope) => dense.apply(scope, inputs, options));
}
