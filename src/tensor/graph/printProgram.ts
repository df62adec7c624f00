import type { Program } from './program.ts';
import { type Attribute, type Slot, sizeOf, type Tensor } from './tensor.ts';
import { topologicalOrder } from './topologicalOrder.ts';

/** A program as text, one node a line; nodes are numbered in the order in which they are computed. */
export function printProgram(program: Program): string {
  const order = topologicalOrder(program.assignments.map(({ value }) => value));
  const names = new Map(order.map((node, index) => [node, `%${index}`]));
  return [
    `program ${program.name}`,
    ...order.map((node) => `  ${printNode(node, names)}`),
    ...program.assignments.map(({ slot, value }) => `  ${printSlot(slot)} <- ${names.get(value)}`),
    '',
  ].join('\n');
}

/** `%3 = sum %2 axes=[1] keep=true : f32[32, 1]  # loss` */
function printNode(node: Tensor, names: Map<Tensor, string>): string {
  const inputs = node.inputs.map((input) => ` ${names.get(input)}`).join('');
  const attributes = Object.entries(node.attributes)
    .filter(([name, value]) => name !== 'shape' && name !== 'dtype' && value !== false)
    .map(([name, value]) => ` ${printAttribute(name, value)}`)
    .join('');
  const isNamed = Object.values(node.attributes).some((value) => isSlot(value) && value.name === node.label);
  const label = node.label && !isNamed ? `  # ${node.label}` : '';
  return `${names.get(node)} = ${node.op}${inputs}${attributes} : ${node.dtype}[${node.shape.join(', ')}]${label}`;
}

function printAttribute(name: string, value: Attribute): string {
  if (value === true) return name;
  if (typeof value === 'string') return `${name}=${value}`;
  if (typeof value === 'number') return `${name}=${printNumber(value)}`;
  if (isSlot(value)) return printSlot(value);
  return `${name}=[${printNumbers(value as ArrayLike<number>)}]`;
}

function printNumbers(numbers: ArrayLike<number>): string {
  const shown = Array.from({ length: Math.min(numbers.length, 8) }, (_, i) => printNumber(numbers[i]));
  return [...shown, ...(numbers.length > 8 ? ['...'] : [])].join(', ');
}

function printNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** `weights(parameters 0..12)`: the slot's name, and the elements of the block that it spans. */
function printSlot(slot: Slot): string {
  return `${slot.name}(${slot.block} ${slot.offset}..${slot.offset + sizeOf(slot.shape)})`;
}

function isSlot(value: Attribute): value is Slot {
  return typeof value === 'object' && 'block' in value;
}
