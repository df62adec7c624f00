import { createContext, type ModelPlan, type OutputPlan } from '../../../../../src/nn/trace/index.ts';
import { layerLabels } from '../../../../../src/nn/trace/createContext.ts';
import { tracePenalties } from '../../../../../src/nn/trace/gradientProgram.ts';
import { PlannedMemory } from '../../../../../src/nn/trace/memory.ts';
import { traceLosses, weightedTotal } from '../../../../../src/nn/trace/traceLosses.ts';
import { traceHead } from '../../../../../src/nn/trace/traceModel.ts';
import {
  gradients,
  read,
  sizeOf,
  softmax,
  sigmoid,
  type Assignment,
  type Block,
  type Program,
  type Shape,
  type Slot,
  type Tensor,
} from '../../../../../src/tensor/index.ts';

/** A node of the step and the slot its value is left in. */
interface Kept {
  readonly node: Tensor;
  readonly slot: Slot;
}

export interface StageNode {
  readonly label: string;
  readonly kind: string;
  readonly activation: string | null;
  readonly node: Tensor;
}

/** A step's forward and backward pass with every stage's values and gradients left in a block called `opened`. */
export interface OpenedProgram {
  readonly program: Program;
  readonly block: Block;
  readonly stages: readonly { readonly stage: StageNode; readonly values: Slot; readonly gradient: Slot }[];
  readonly probabilities: Slot | null;
  readonly rowLosses: readonly Slot[];
  readonly lossParts: readonly Slot[];
  readonly penalty: Slot | null;
  readonly total: Slot;
  readonly gradients: readonly Slot[];
}

/** The same graph as the step's own gradient program, stage by stage: it changes nothing but the block `opened`. */
export function openedProgram(plan: ModelPlan, rows: number): OpenedProgram {
  const batch = plan.batch(rows);
  const memory = new PlannedMemory(plan.parameters, plan.buffers, plan.slots.key);
  const context = createContext(plan.library, 'train', memory);
  const stages = traceStages(plan, context, read(batch.features!));
  const [output] = plan.outputs;
  const raw = stages[stages.length - 1].node;
  const losses = traceLosses(plan, batch, { outputs: { [output.name]: raw } });
  const penalty = tracePenalties(plan, memory);
  const total = weightedTotal(plan, losses, penalty);
  const parameters = plan.parameters.map(({ name }) => memory.parameters.get(name)!);
  const slopes = gradients(total, [...parameters, ...stages.map(({ node }) => node)]);
  const kept = new KeptBlock();
  const likely = probabilitiesOf(output, raw);
  const opened = {
    stages: stages.map((stage, i) => ({
      stage,
      values: kept.keep(stage.node),
      gradient: kept.keep(slopes[parameters.length + i]),
    })),
    probabilities: likely && kept.keep(likely),
    rowLosses: losses.map((loss) => kept.keep(loss.rows)),
    lossParts: losses.map(({ part }) => kept.keep(part)),
    penalty: penalty ? kept.keep(penalty) : null,
    total: kept.keep(total),
    gradients: parameters.map((_, i) => kept.keep(slopes[i])),
  };
  return { ...opened, block: kept.block, program: { name: `opened:${rows}`, assignments: kept.assignments } };
}

/** Inputs, each layer, and the output's raw numbers: one node each. */
function traceStages(
  plan: ModelPlan,
  context: ReturnType<typeof createContext>,
  inputs: Tensor,
): StageNode[] {
  const { trunk, outputs } = plan.settings.model;
  const stages: StageNode[] = [{ label: 'inputs', kind: 'inputs', activation: null, node: inputs }];
  const labels = layerLabels(trunk);
  let node = inputs;
  trunk.forEach((layer, i) => {
    node = context.sequence([{ ...layer, label: labels[i] }], node);
    const { activation } = layer as { activation?: { name: string } };
    stages.push({ label: labels[i], kind: layer.name, activation: activation?.name ?? null, node });
  });
  const [output] = outputs;
  const raw = context.scope(`output.${output.name}`, (scope) => traceHead(scope, output, node, inputs));
  stages.push({ label: output.name, kind: 'output', activation: output.activation?.name ?? null, node: raw });
  return stages;
}

function probabilitiesOf({ link }: OutputPlan, raw: Tensor): Tensor | null {
  if (link === 'softmax') return softmax(raw, 1);
  return link === 'sigmoid' ? sigmoid(raw) : null;
}

/** A block that grows by every node that is to be kept. */
class KeptBlock {
  readonly #kept: Kept[] = [];
  #length = 0;

  keep(node: Tensor): Slot {
    const slot: Slot = {
      block: 'opened',
      offset: this.#length,
      shape: node.shape,
      dtype: 'f32',
      name: node.label ?? `${node.op} ${this.#kept.length}`,
    };
    this.#length += sizeOf(node.shape as Shape);
    this.#kept.push({ node, slot });
    return slot;
  }

  get block(): Block {
    return { name: 'opened', dtype: 'f32', length: this.#length };
  }

  get assignments(): Assignment[] {
    return this.#kept.map(({ node, slot }) => ({ slot, value: node }));
  }
}
