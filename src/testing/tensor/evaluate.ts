import type { Executor, View } from '../../tensor/exec/executor.ts';
import { type Block, type Slot, sizeOf, type Tensor } from '../../tensor/graph/tensor.ts';
import { read } from '../../tensor/ops/build/index.ts';
import type { SampleInput } from '../../tensor/ops/define.ts';

/** A block for each input and each output, so that nothing of one case touches another. */
export function slotFor(name: string, type: Pick<Tensor, 'shape' | 'dtype'>): Slot {
  return { block: name, offset: 0, shape: type.shape, dtype: type.dtype, name };
}

export function blockFor(slot: Slot): Block {
  return { name: slot.block, dtype: slot.dtype, length: sizeOf(slot.shape) };
}

/** Feeds the inputs, runs what `build` makes of them once, and gives back copies of the results. */
export function evaluate(
  executor: Executor,
  inputs: readonly SampleInput[],
  build: (...inputs: Tensor[]) => readonly Tensor[],
): View[] {
  const sources = inputs.map((input, i) => slotFor(`input${i}`, input));
  const values = build(...sources.map(read));
  const targets = values.map((value, i) => slotFor(`output${i}`, value));
  const session = executor.open([...sources, ...targets].map(blockFor));
  try {
    sources.forEach((slot, i) => session.view(slot).set(inputs[i].values));
    session.add({ name: 'case', assignments: values.map((value, i) => ({ slot: targets[i], value })) });
    session.run('case');
    return targets.map((slot) => session.view(slot).slice());
  } finally {
    session.close();
  }
}
