/**
 * From a model's JSON to memory and programs: the one place where layers, losses, penalties and optimizers meet the engine.
 *
 *     const plan = planModel({ model, rows: 256, losses, penalties, optimizer, clip });   // two-pass trace: who needs what memory
 *     const session = executor.open(plan.layout);
 *     session.view(plan.slots.parameters).set(initialParameters(plan, seed));
 *     session.view(plan.slots.buffers).set(initialBuffers(plan));                         // and each state block with its `initial`
 *     session.add(gradientProgram(plan, { rows: 32 }));
 *     session.add(checkProgram(plan)); session.add(updateProgram(plan));
 *
 * A step: write features, codes, targets, row weights, `key` and `normalisers`; run `gradient`; run `check` and read `slots.check`:
 * go on only if it is finite; write the optimizer's `scalars`; run `update`; run `project`, if `projectProgram` gave one.
 *
 * Programs, and the names they have in a session (`n` rows):
 *
 * | program                                    | reads                                      | writes                                             |
 * |--------------------------------------------|--------------------------------------------|----------------------------------------------------|
 * | `gradient:n`                               | parameters, buffers, batch, key, normalisers | gradients, buffers, lossParts, penalty, total      |
 * | `gradient+:n` ({ accumulate: true })       | the same, gradients and loss parts so far  | the same, added to what is there; no penalty again |
 * | `check`                                    | gradients, total                           | check                                              |
 * | `update`                                   | parameters, gradients, state, scalars      | parameters, state, gradientNorm                    |
 * | `project` (max-norm, proximal L1)          | parameters, learningRate                   | parameters                                         |
 * | `penalty`                                  | parameters                                 | penalty                                            |
 * | `average`                                  | parameters, average, rate                  | average                                            |
 * | `evaluate:n`                               | parameters, buffers, batch, normalisers    | predictions, rowLosses, lossParts                  |
 * | `predict:n`                                | parameters, buffers, features, codes       | predictions                                        |
 * | `shares:n`                                 | as `gradient:n`                            | shares                                             |
 *
 * A batch larger than `rows` goes slice by slice: `gradient:n` for the first, `gradient+:n` for the others, with one normaliser
 * for the whole batch and the slice's number in `key`. Batch norm then takes each slice's own statistics.
 *
 * `withKept(program)` gives the same program with every node's value kept, in a block of its own, for seeing inside. Where a number
 * stopped being finite, the engine's `traceNotFinite(session, layout, program)` says, in the words of the layers' labels.
 */
export { builtInLibrary, extendLibrary, type Library } from './library.ts';
export {
  modelSpecSchema,
  type EmbeddingSpec,
  type InputSpec,
  type ModelSpec,
  type OutputSpec,
} from './modelSpec.ts';
export type {
  BatchSlots,
  BufferPlan,
  ClipSetting,
  LossPlan,
  LossSetting,
  ModelPlan,
  ModelSettings,
  OptimizerSetting,
  OutputPlan,
  ParameterPlan,
  ParameterRange,
  PenaltySetting,
  PlanSlots,
} from './modelPlan.ts';
export { createContext, layerLabels } from './createContext.ts';
export type { Memory } from './memory.ts';
export { planModel } from './planModel.ts';
export { initialBuffers, initialParameters } from './initialValues.ts';
export { resolveChoice, type Resolved } from './resolveChoice.ts';
export { gradientProgram, type GradientOptions } from './gradientProgram.ts';
export { checkProgram } from './checkProgram.ts';
export { updateProgram } from './updateProgram.ts';
export { projectProgram } from './projectProgram.ts';
export { penaltyProgram } from './penaltyProgram.ts';
export { averageProgram } from './averageProgram.ts';
export { evaluateProgram } from './evaluateProgram.ts';
export { predictProgram } from './predictProgram.ts';
export { sharesProgram } from './sharesProgram.ts';
export { applyLink } from './applyLink.ts';
export { withKept, type KeptNode, type KeptProgram } from './withKept.ts';
