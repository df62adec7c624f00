import { NeumannError } from '../../errors.ts';
import { type Block, read, type Shape } from '../../tensor/index.ts';
import { productOperations } from '../../tensor/index.ts';
import { BlockBuilder } from './blockBuilder.ts';
import { createContext } from './createContext.ts';
import { builtInLibrary, type Library } from './library.ts';
import { type DeclaredBuffer, type DeclaredParameter, DeclaringMemory } from './memory.ts';
import type { ModelPlan, ModelSettings, ParameterPlan } from './modelPlan.ts';
import { modelSpecSchema } from './modelSpec.ts';
import { planBatches } from './planBatches.ts';
import { planOutputs } from './planOutputs.ts';
import { planRanges } from './planRanges.ts';
import { planStepSlots } from './planStepSlots.ts';
import { traceModel } from './traceModel.ts';

/** Traces the model once to see what it needs, and gives everything a place. */
export function planModel(settings: ModelSettings): ModelPlan {
  refuseBadSettings(settings);
  const library = settings.library ?? builtInLibrary;
  const declared = declare(settings, library);
  const all = settings.decayBiases ?? false;
  const decayed = declared.parameters.filter(({ decay }) => decay || all);
  const others = declared.parameters.filter(({ decay }) => !decay && !all);
  const { parameters, blocks, slots } = placeParameters([...decayed, ...others]);
  const parameterCount = slots.parameters.shape[0];
  const decayedCount = others.length === 0 ? parameterCount : parameters[decayed.length].slot.offset;
  const buffers = placeBuffers(declared.buffers);
  const { outputs, losses } = planOutputs(settings, library);
  const batches = planBatches(settings, outputs, losses);
  const step = planStepSlots(settings, losses, parameterCount);
  return {
    settings,
    library,
    layout: [...blocks, buffers.block, ...step.blocks, ...batches.blocks],
    parameters,
    parameterCount,
    decayedCount,
    ranges: planRanges(decayedCount, parameterCount, settings.optimizer),
    buffers: buffers.plans,
    outputs,
    losses,
    operationsPerRow: declared.operationsPerRow,
    slots: { ...slots, ...step.slots, buffers: buffers.whole },
    batch: batches.batch,
  };
}

function refuseBadSettings({ model, rows }: ModelSettings): void {
  const checked = modelSpecSchema.safeParse(model);
  if (!checked.success)
    throw new NeumannError('model', `the model is not well-formed: ${checked.error.issues[0].message}`);
  if (!Number.isSafeInteger(rows) || rows < 1)
    throw new NeumannError('model', `rows should be a whole number from 1, not ${rows}`);
  if (model.input.width + model.input.embeddings.length === 0) {
    throw new NeumannError('model', 'the model has no inputs: no numbers and no embeddings');
  }
  for (const names of [model.outputs, model.input.embeddings].map((list) => list.map(({ name }) => name))) {
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined)
      throw new NeumannError('name', `two outputs or embeddings are called '${twice}'`);
  }
}

/** The first pass, in evaluate mode: which parameters and buffers there are does not depend on the mode. */
function declare({ model }: ModelSettings, library: Library): Declared {
  const memory = new DeclaringMemory();
  const rows = 2;
  const input = (name: string, dtype: 'f32' | 'i32', columns: number) =>
    columns === 0 ? undefined : read({ block: name, name, offset: 0, shape: [rows, columns], dtype });
  const outputs = traceModel(createContext(library, 'evaluate', memory), model, {
    features: input('features', 'f32', model.input.width),
    codes: input('codes', 'i32', model.input.embeddings.length),
  });
  const { parameters, buffers } = memory;
  return { parameters, buffers, operationsPerRow: productOperations(outputs) / rows };
}

/** What the first pass finds. */
interface Declared {
  readonly parameters: readonly DeclaredParameter[];
  readonly buffers: readonly DeclaredBuffer[];
  readonly operationsPerRow: number;
}

function placeParameters(declared: readonly DeclaredParameter[]) {
  const values = new BlockBuilder('parameters');
  const gradients = new BlockBuilder('gradients');
  const parameters = declared.map(({ name, shape, ...declaration }): ParameterPlan => ({
    ...declaration,
    name,
    fan: declaration.fan ?? fanOf(shape),
    slot: values.add(name, shape),
    gradient: gradients.add(`gradient of ${name}`, shape),
  }));
  const blocks: Block[] = [values.block, gradients.block];
  return { parameters, blocks, slots: { parameters: values.whole, gradients: gradients.whole } };
}

function placeBuffers(declared: readonly DeclaredBuffer[]) {
  const builder = new BlockBuilder('buffers');
  const plans = declared.map(({ name, shape, initial }) => ({
    name,
    slot: builder.add(name, shape),
    initial,
  }));
  return { plans, block: builder.block, whole: builder.whole };
}

/** Weights are [in, out]. */
function fanOf(shape: Shape): { in: number; out: number } {
  return { in: shape[0] ?? 1, out: shape[1] ?? shape[0] ?? 1 };
}
