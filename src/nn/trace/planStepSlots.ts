import type { Block } from '../../tensor/index.ts';
import { BlockBuilder } from './blockBuilder.ts';
import type { LossPlan, ModelSettings, OptimizerSetting, PlanSlots } from './modelPlan.ts';

/** Places what a step takes besides the batch, and what it gives back. */
export function planStepSlots(
  settings: ModelSettings,
  losses: readonly LossPlan[],
  parameterCount: number,
): { blocks: Block[]; slots: Omit<PlanSlots, 'parameters' | 'gradients' | 'buffers'> } {
  const scalars = new BlockBuilder('scalars');
  const outputs = new BlockBuilder('outputs');
  const key = new BlockBuilder('key', 'i32');
  const state = planState(settings.optimizer, parameterCount);
  const average = new BlockBuilder('average');
  const penalised = (settings.penalties ?? []).some(({ definition }) => definition.value);
  const lossParts = losses.map(({ label }) => outputs.add(label));
  const alone = losses.length === 1 && losses[0].weight === 1 && !penalised;
  const slots = {
    state: state.slots,
    scalars: Object.fromEntries(scalarNames(settings.optimizer).map((name) => [name, scalars.add(name)])),
    learningRate: scalars.add('learning rate in force'),
    average: settings.averaged
      ? { slot: average.add('average', [parameterCount]), rate: scalars.add('averaging rate') }
      : undefined,
    key: key.add('key', [4]),
    normalisers: losses.map(({ label }) => scalars.add(`normaliser of ${label}`)),
    lossParts,
    penalty: outputs.add('penalty'),
    total: alone ? lossParts[0] : outputs.add('total'),
    check: outputs.add('check'),
    gradientNorm: outputs.add('gradient norm'),
    shares: losses.map(({ label }) => outputs.add(`share of ${label}`)),
  };
  const averages = settings.averaged ? [average.block] : [];
  return { blocks: [scalars.block, outputs.block, key.block, ...state.blocks, ...averages], slots };
}

function planState(optimizer: OptimizerSetting | undefined, length: number) {
  const initial = optimizer ? optimizer.definition.state(optimizer.options) : {};
  const builders = Object.keys(initial).map((name) => new BlockBuilder(`state.${name}`));
  const entries = Object.entries(initial).map(([name, value], i) => {
    const slot = builders[i].add(`state.${name}`, [length]);
    return [name, { slot, initial: value }] as const;
  });
  return { slots: Object.fromEntries(entries), blocks: builders.map(({ block }) => block) };
}

/** Asked for with numbers that any formula takes, only to see the names. */
export function scalarNames(optimizer: OptimizerSetting | undefined): string[] {
  if (!optimizer) return [];
  const step = { step: 1, learningRate: 1, scheduleFactor: 1 };
  return Object.keys(optimizer.definition.scalars(optimizer.options, step, {}));
}
