import { NeumannError } from '../../errors.ts';
import {
  add,
  type Assignment,
  clip,
  divide,
  minimum,
  multiply,
  norm,
  type Program,
  read,
  type Slot,
  type Tensor,
  withLabel,
} from '../../tensor/index.ts';
import type { ClipSetting, ModelPlan, ParameterRange } from './modelPlan.ts';

/** The optimizer's formula over the flat ranges of the parameters, after clipping. Throws where the plan has no optimizer. */
export function updateProgram(plan: ModelPlan): Program {
  const { optimizer, clip: clipping = {} } = plan.settings;
  if (!optimizer) throw new NeumannError('model', 'the plan has no optimizer to make an update of');
  const { slots } = plan;
  const scalar = readAll(slots.scalars);
  const length = clipping.norm ? withLabel(norm(read(slots.gradients)), 'gradient norm') : undefined;
  const assignments = plan.ranges.flatMap((range): Assignment[] => {
    const parameter = window(slots.parameters, range);
    const state = mapValues(slots.state, ({ slot }) => window(slot, range));
    const gradient = clipped(read(window(slots.gradients, range)), clipping, length);
    const tensors = { parameter: read(parameter), gradient, state: readAll(state), scalar };
    const updated = optimizer.definition.update(tensors, optimizer.options, range.decayed);
    const states = Object.entries(state).map(([name, slot]) => ({ slot, value: updated.state[name] }));
    return [{ slot: parameter, value: updated.parameter }, ...states];
  });
  if (length) assignments.push({ slot: slots.gradientNorm, value: length });
  return { name: 'update', assignments };
}

/** PyTorch's clip_grad_norm_, then clip_grad_value_. */
function clipped(gradient: Tensor, { norm: longest, value: largest }: ClipSetting, length?: Tensor): Tensor {
  const scaled =
    longest && length ? multiply(gradient, minimum(divide(longest, add(length, 1e-6)), 1)) : gradient;
  return largest ? clip(scaled, -largest, largest) : scaled;
}

function window(slot: Slot, { offset, length }: ParameterRange): Slot {
  return { ...slot, offset, shape: [length], name: `${slot.name}[${offset}..${offset + length}]` };
}

function readAll(slots: Readonly<Record<string, Slot>>): Record<string, Tensor> {
  return mapValues(slots, read);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
