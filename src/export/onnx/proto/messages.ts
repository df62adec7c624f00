/**
 * The messages of onnx.proto that a model is written with, under their names there: a field's number and what it holds. Any of
 * them may be given as a list where onnx.proto repeats it.
 */
export const messages = {
  ModelProto: {
    ir_version: [1, 'int64'],
    producer_name: [2, 'string'],
    producer_version: [3, 'string'],
    doc_string: [6, 'string'],
    graph: [7, 'GraphProto'],
    opset_import: [8, 'OperatorSetIdProto'],
    metadata_props: [14, 'StringStringEntryProto'],
  },
  OperatorSetIdProto: { domain: [1, 'string'], version: [2, 'int64'] },
  StringStringEntryProto: { key: [1, 'string'], value: [2, 'string'] },
  GraphProto: {
    node: [1, 'NodeProto'],
    name: [2, 'string'],
    initializer: [5, 'TensorProto'],
    input: [11, 'ValueInfoProto'],
    output: [12, 'ValueInfoProto'],
  },
  NodeProto: {
    input: [1, 'string'],
    output: [2, 'string'],
    name: [3, 'string'],
    op_type: [4, 'string'],
    attribute: [5, 'AttributeProto'],
    domain: [7, 'string'],
  },
  AttributeProto: {
    name: [1, 'string'],
    f: [2, 'float'],
    i: [3, 'int64'],
    s: [4, 'string'],
    floats: [7, 'float'],
    ints: [8, 'int64'],
    strings: [9, 'string'],
    type: [20, 'int64'],
  },
  TensorProto: {
    dims: [1, 'int64'],
    data_type: [2, 'int64'],
    string_data: [6, 'string'],
    name: [8, 'string'],
    raw_data: [9, 'bytes'],
  },
  ValueInfoProto: { name: [1, 'string'], type: [2, 'TypeProto'], doc_string: [3, 'string'] },
  TypeProto: { tensor_type: [1, 'TensorTypeProto'] },
  TensorTypeProto: { elem_type: [1, 'int64'], shape: [2, 'TensorShapeProto'] },
  TensorShapeProto: { dim: [1, 'DimensionProto'] },
  DimensionProto: { dim_value: [1, 'int64'], dim_param: [2, 'string'] },
} as const;

interface Scalars {
  readonly int64: number;
  readonly string: string;
  readonly float: number;
  readonly bytes: Uint8Array;
}
export type ScalarKind = keyof Scalars;
export type MessageName = keyof typeof messages;

type Held<Kind> = Kind extends ScalarKind ? Scalars[Kind] : Kind extends MessageName ? Message<Kind> : never;

/** A message as an object; fields that are left out are not written. */
export type Message<Name extends MessageName> = {
  readonly [Field in keyof (typeof messages)[Name]]?: (typeof messages)[Name][Field] extends readonly [
    number,
    infer Kind,
  ]
    ? Held<Kind> | readonly Held<Kind>[]
    : never;
};
