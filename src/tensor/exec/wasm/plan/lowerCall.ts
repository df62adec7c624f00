import { sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { flagAttribute } from '../../../ops/attributes.ts';
import { matmulSizes } from '../../../ops/build/contract.ts';
import { addressOf } from './addressOf.ts';
import { type Anchors, isContiguous } from './anchors.ts';
import type { BufferTable } from './bufferTable.ts';
import type { DraftCall, DraftProduct } from './draft.ts';
import type { Group } from './groups.ts';
import { lowerGroup } from './lowerGroup.ts';
import { rowMajorStrides } from './loopSpace.ts';
import type { GatherCall, MatrixOperand, ScatterAddCall, Window } from './plan.ts';

/** What a group becomes. */
export function lowerCall(group: Group, anchors: Anchors, buffers: BufferTable): DraftCall {
  const [{ node }] = group.members;
  switch (group.kind) {
    case 'nest':
      return { kernel: 'nest', alongRows: group.alongRows, ...lowerGroup(group, anchors, buffers) };
    case 'product':
      return lowerProduct(group, anchors, buffers);
    case 'indexed':
      return node.op === 'gather' ? lowerGather(node, buffers) : lowerScatterAdd(node, buffers);
  }
}

function lowerProduct(group: Group, anchors: Anchors, buffers: BufferTable): DraftProduct {
  const [{ node }] = group.members;
  const sizes = matmulSizes(node.inputs[0], node.inputs[1], node.attributes);
  const a = matrix(node.inputs[0], flagAttribute(node.attributes, 'transposeA'), buffers);
  const b = matrix(node.inputs[1], flagAttribute(node.attributes, 'transposeB'), buffers);
  return { kernel: 'product', sizes, a, b, ...lowerGroup(group, anchors, buffers) };
}

function matrix(factor: Tensor, transposed: boolean, buffers: BufferTable): MatrixOperand {
  const address = addressOf(factor);
  const strides = address?.strides ?? rowMajorStrides(factor.shape);
  const { buffer, offset } = buffers.window(address?.base ?? factor);
  const [rowStride, columnStride] = transposed
    ? [strides.at(-1), strides.at(-2)]
    : [strides.at(-2), strides.at(-1)];
  return {
    buffer,
    offset: offset + (address?.offset ?? 0),
    batchStride: strides.length === 3 ? strides[0] : 0,
    rowStride: rowStride as number,
    columnStride: columnStride as number,
  };
}

function lowerGather(node: Tensor, buffers: BufferTable): GatherCall {
  const [table, indices] = node.inputs;
  return {
    kernel: 'gather',
    table: contiguous(table, buffers),
    indices: contiguous(indices, buffers),
    output: buffers.window(node),
    rows: table.shape[0],
    width: sizeOf(table.shape.slice(1)),
    count: sizeOf(indices.shape),
  };
}

function lowerScatterAdd(node: Tensor, buffers: BufferTable): ScatterAddCall {
  const [indices, updates] = node.inputs;
  return {
    kernel: 'scatterAdd',
    indices: contiguous(indices, buffers),
    updates: contiguous(updates, buffers),
    output: buffers.window(node),
    rows: node.shape[0],
    width: sizeOf(node.shape.slice(1)),
    count: sizeOf(indices.shape),
  };
}

function contiguous(operand: Tensor, buffers: BufferTable): Window {
  const address = isContiguous(operand) ? addressOf(operand) : undefined;
  const { buffer, offset } = buffers.window(address?.base ?? operand);
  return { buffer, offset: offset + (address?.offset ?? 0) };
}
