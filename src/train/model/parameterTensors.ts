import { NeumannError } from '../../errors.ts';
import type { ModelPlan } from '../../nn/trace/index.ts';
import { sizeOf, type Slot } from '../../tensor/index.ts';
import type { Numbers, Snapshot } from '../loop/net.ts';
import type { StoredTensor } from '../safetensors/index.ts';

/** A net's weights and statistics by name, each in its own shape; dense weights are [in, out]. */
export function tensorsOf(plan: ModelPlan, { parameters, buffers }: Snapshot): Record<string, StoredTensor> {
  const own = plan.parameters.map(({ name, slot }) => [name, tensorAt(parameters, slot)]);
  const kept = plan.buffers.map(({ name, slot }) => [name, tensorAt(buffers, slot)]);
  return Object.fromEntries([...own, ...kept]);
}

function tensorAt(block: Numbers, { offset, shape }: Slot): StoredTensor {
  return { shape, data: block.slice(offset, offset + sizeOf(shape)) };
}

/** The reverse of `tensorsOf`. A NeumannError names a tensor that is missing or of another shape. */
export function snapshotOf(plan: ModelPlan, tensors: Readonly<Record<string, StoredTensor>>): Snapshot {
  const isDouble = Object.values(tensors).some(({ data }) => data instanceof Float64Array);
  const block = (length: number): Numbers => (isDouble ? new Float64Array(length) : new Float32Array(length));
  const parameters = block(plan.parameterCount);
  const buffers = block(plan.slots.buffers.shape[0]);
  for (const { name, slot } of plan.parameters) put(parameters, slot, name, tensors);
  for (const { name, slot } of plan.buffers) put(buffers, slot, name, tensors);
  return { parameters, buffers };
}

function put(
  block: Numbers,
  slot: Slot,
  name: string,
  tensors: Readonly<Record<string, StoredTensor>>,
): void {
  const tensor = tensors[name];
  const found = tensor ? `have [${tensor.shape.join(', ')}]` : 'are not there';
  if (tensor?.shape.join() !== slot.shape.join()) {
    throw new NeumannError(
      'weights',
      `The weights "${name}" should have the shape [${slot.shape.join(', ')}], but ${found}.`,
    );
  }
  block.set(tensor.data, slot.offset);
}
