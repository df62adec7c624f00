import type { Message } from '../proto/messages.ts';
import { attributesOf, type AttributeValue } from './attributes.ts';
import { elementTypes, packers, type ElementType } from './types.ts';

/** A tensor of the graph, by its name. */
export type Value = string & { readonly value: unique symbol };

/** Size of an axis, or the name of one that may have any size. */
export type Axis = number | string;

/** A graph while it is written. */
export interface GraphBuilder {
  input(name: string, type: ElementType, axes: readonly Axis[], note: string): Value;
  output(name: string, value: Value, type: ElementType, axes: readonly Axis[], note: string): void;
  /** A node of one output. Operators of ai.onnx.ml are written with their domain: `ai.onnx.ml.LabelEncoder`. */
  node(
    operator: string,
    inputs: readonly Value[],
    attributes?: Readonly<Record<string, AttributeValue>>,
  ): Value;
  /** Numbers that belong to the graph; those given twice are held once. */
  numbers(type: 'float' | 'double' | 'int64', values: ArrayLike<number>, shape: readonly number[]): Value;
  words(values: readonly string[]): Value;
  cast(value: Value, type: ElementType): Value;
  /** What is built within has names that begin so. */
  scope<T>(name: string, body: (graph: GraphBuilder) => T): T;
  finish(name: string): Message<'GraphProto'>;
}

interface Parts {
  readonly node: Message<'NodeProto'>[];
  readonly initializer: Message<'TensorProto'>[];
  readonly input: Message<'ValueInfoProto'>[];
  readonly output: Message<'ValueInfoProto'>[];
  readonly names: Map<string, number>;
  readonly known: Map<string, Value>;
}

/** A graph whose nodes take none of these names: those of its inputs and outputs. */
export function createGraph(taken: readonly string[]): GraphBuilder {
  const names = new Map(taken.map((name) => [name, 1]));
  return graphAt({ node: [], initializer: [], input: [], output: [], names, known: new Map() }, '');
}

function graphAt(parts: Parts, path: string): GraphBuilder {
  const graph: GraphBuilder = {
    input(name, type, axes, note) {
      parts.input.push(valueInfo(name, type, axes, note));
      return name as Value;
    },
    output(name, value, type, axes, note) {
      parts.output.push(valueInfo(name, type, axes, note));
      parts.node.push({ op_type: 'Identity', name, input: [value], output: [name] });
    },
    node(operator, inputs, attributes = {}) {
      const end = operator.lastIndexOf('.');
      const [domain, op_type] = [operator.slice(0, Math.max(end, 0)), operator.slice(end + 1)];
      const output = uniqueName(parts, path + op_type);
      const attribute = attributesOf(attributes);
      parts.node.push({ op_type, domain, name: output, input: inputs, output: [output], attribute });
      return output;
    },
    numbers: (type, values, shape) =>
      constant(parts, path, {
        dims: shape,
        data_type: elementTypes[type],
        raw_data: packers[type](values),
      }),
    words: (values) =>
      constant(parts, path, {
        dims: [values.length],
        data_type: elementTypes.string,
        string_data: values,
      }),
    cast: (value, type) => graph.node('Cast', [value], { to: { i: elementTypes[type] } }),
    scope: (name, body) => body(graphAt(parts, `${path}${name}/`)),
    finish: (name) => ({
      name,
      node: parts.node,
      initializer: parts.initializer,
      input: parts.input,
      output: parts.output,
    }),
  };
  return graph;
}

/** Small constants are held once; a key of many bytes would cost more than it saves. */
const SMALL = 256;

function constant(parts: Parts, path: string, tensor: Message<'TensorProto'>): Value {
  const bytes = tensor.raw_data as Uint8Array | undefined;
  const isSmall = (bytes?.length ?? 0) <= SMALL;
  const key = isSmall ? JSON.stringify([tensor, bytes && Array.from(bytes)]) : '';
  const known = isSmall ? parts.known.get(key) : undefined;
  if (known !== undefined) return known;
  const name = uniqueName(parts, `${path}constant`);
  parts.initializer.push({ ...tensor, name });
  if (isSmall) parts.known.set(key, name);
  return name;
}

function uniqueName(parts: Parts, name: string): Value {
  const before = parts.names.get(name) ?? 0;
  parts.names.set(name, before + 1);
  return (before === 0 ? name : uniqueName(parts, `${name}_${before + 1}`)) as Value;
}

function valueInfo(
  name: string,
  type: ElementType,
  axes: readonly Axis[],
  note: string,
): Message<'ValueInfoProto'> {
  const dim = axes.map((axis) => (typeof axis === 'number' ? { dim_value: axis } : { dim_param: axis }));
  return { name, doc_string: note, type: { tensor_type: { elem_type: elementTypes[type], shape: { dim } } } };
}
