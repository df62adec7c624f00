import { read, type Tensor } from '../../tensor/index.ts';
import type { Mode } from '../define.ts';
import { createContext } from './createContext.ts';
import { PlannedMemory } from './memory.ts';
import type { BatchSlots, ForwardTrace, ModelPlan } from './modelPlan.ts';
import { traceModel } from './traceModel.ts';

/** The model over one batch: reads the batch's features and codes, parameters, buffers and, in train mode, the key. */
export function traceForward(plan: ModelPlan, mode: Mode, batch: BatchSlots): ForwardTrace {
  const memory = new PlannedMemory(plan.parameters, plan.buffers, plan.slots.key);
  const context = createContext(plan.library, mode, memory);
  const heads = traceModel(context, plan.settings.model, {
    features: batch.features && read(batch.features),
    codes: batch.codes && read(batch.codes),
  });
  const outputs: Record<string, Tensor> = {};
  plan.outputs.forEach(({ name }, i) => (outputs[name] = heads[i]));
  return { outputs, parameters: memory.parameters, buffers: memory.bufferValues };
}
