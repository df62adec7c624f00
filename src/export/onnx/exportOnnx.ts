import type { Model } from '../../train/index.ts';
import { lowerNetwork } from '../network/lowerNetwork.ts';
import { outputForms } from '../network/outputForm.ts';
import { weightsOf } from '../network/weights.ts';
import { columnGraph } from './columns/columnGraph.ts';
import type { NumberType } from './columns/columnTypes.ts';
import { createGraph, type GraphBuilder } from './graph/graphBuilder.ts';
import { networkGraph, type NetworkInputs } from './net/networkGraph.ts';
import { predictionGraph } from './net/predictionGraph.ts';
import { encode } from './proto/encode.ts';

export interface OnnxOptions {
  /**
   * Element type of inputs that are numbers. `float` (the default) is what most programs hand over; `double` suits columns whose
   * values have more than seven digits that count, such as places on a map. Dates are always double.
   */
  readonly numbers?: NumberType;
}

/** The versions of the operators that are used. */
const OPSETS = [
  { domain: '', version: 17 },
  { domain: 'ai.onnx.ml', version: 2 },
];
const IR_VERSION = 8;

/**
 * A model as ONNX, preparation and net in one graph that takes the raw columns, each [rows, 1]: numbers (NaN where missing), words
 * (empty where missing), dates in milliseconds since 1970 (NaN where missing). It gives `label` (words, [rows]) and
 * `probabilities` ([rows, classes]), or `value` ([rows, 1]); where there are several targets, or a column is called so, the target's name
 * and a dot stand before these. Columns are worked out in float64, the net in float32.
 * @throws NeumannError for what ONNX cannot say: unknown categories that are an error, layers of one's own
 */
export function exportOnnx(model: Model, { numbers = 'float' }: OnnxOptions = {}): Uint8Array<ArrayBuffer> {
  const forms = outputForms(model);
  const prefixes = forms.map(({ target }) => prefixOf(model, target));
  const graph = createGraph(namesOf(model, prefixes));
  const inputs = inputsOf(graph, model, numbers);
  const network = lowerNetwork(model.plan);
  const weights = weightsOf(model, network);
  const raws = weights.map((own, index) =>
    graph.scope(weights.length === 1 ? 'net' : `net${index + 1}`, (scope) =>
      networkGraph(scope, network, own, inputs),
    ),
  );
  forms.forEach((form, index) => {
    const own = raws.map((raw) => raw[form.target]);
    graph.scope(form.target, (scope) => predictionGraph(scope, form, own, prefixes[index]));
  });
  return encode('ModelProto', {
    ir_version: IR_VERSION,
    producer_name: 'neumann',
    opset_import: OPSETS,
    graph: graph.finish('neumann'),
    metadata_props: metadataOf(model),
  });
}

const OUTPUTS = ['label', 'probabilities', 'value'];

const columnsOf = ({ parts }: Model): string[] => parts.fitted.preparation.inputs.map(({ column }) => column);

/** What stands before the names of a target's outputs: nothing, unless they could be taken for something else. */
function prefixOf(model: Model, target: string): string {
  const isClear = model.targets.length === 1 && !columnsOf(model).some((column) => OUTPUTS.includes(column));
  return isClear ? '' : `${target}.`;
}

function namesOf(model: Model, prefixes: readonly string[]): string[] {
  const outputs = prefixes.flatMap((prefix) => OUTPUTS.map((name) => prefix + name));
  return [...columnsOf(model), ...outputs];
}

/** The preparation's part of the graph. */
function inputsOf(graph: GraphBuilder, model: Model, numbers: NumberType): NetworkInputs {
  const { steps } = model.parts.fitted.preparation.toJSON();
  const columns = steps.map((step) => columnGraph(graph, step, numbers));
  const features = columns.flatMap((column) => column.features);
  return {
    features: features.length > 0 ? graph.node('Concat', features, { axis: { i: 1 } }) : undefined,
    codes: columns.flatMap(({ code }) => code ?? []),
  };
}

function metadataOf({ targets, parts }: Model): { key: string; value: string }[] {
  const classes = parts.fitted.targets.flatMap((target) =>
    target.kind === 'classes' ? [[target.name, target.classes] as const] : [],
  );
  return [
    { key: 'targets', value: JSON.stringify(targets) },
    { key: 'classes', value: JSON.stringify(Object.fromEntries(classes)) },
    { key: 'dataSha256', value: parts.dataSha256 },
  ];
}
