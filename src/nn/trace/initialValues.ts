import { randomStream } from '../../numeric/index.ts';
import { sizeOf } from '../../tensor/index.ts';
import type { Library } from './library.ts';
import type { ModelPlan, ParameterPlan } from './modelPlan.ts';
import { resolveChoice } from './resolveChoice.ts';

/**
 * All parameters, in the order of their block, in float64 (the block's view rounds). Each is drawn from a stream of its own, keyed
 * by seed and name: models that differ elsewhere start from the same numbers where name and shape agree.
 */
export function initialParameters(
  { parameters, parameterCount, library }: ModelPlan,
  seed: number,
): Float64Array {
  const values = new Float64Array(parameterCount);
  for (const parameter of parameters) {
    const { offset, shape } = parameter.slot;
    fillParameter(library, parameter, values.subarray(offset, offset + sizeOf(shape)), seed);
  }
  return values;
}

function fillParameter(
  library: Library,
  { name, initial, fan, slot }: ParameterPlan,
  values: Float64Array,
  seed: number,
): void {
  const { definition, options } = resolveChoice('initializer', library.initializers, initial);
  definition.fill(values, slot.shape, fan, options, randomStream(seed, 'initial', name));
}

/** All buffers, in the order of their block. */
export function initialBuffers({ buffers, slots }: ModelPlan): Float64Array {
  const values = new Float64Array(slots.buffers.shape[0]);
  for (const { slot, initial } of buffers)
    values.fill(initial, slot.offset, slot.offset + sizeOf(slot.shape));
  return values;
}
