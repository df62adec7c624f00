import { NeumannError } from '../../errors.ts';
import { read, type Shape, sizeOf, type Tensor } from '../../tensor/index.ts';
import type { Library } from './library.ts';
import type { LossPlan, LossSetting, ModelSettings, OutputPlan } from './modelPlan.ts';
import type { OutputSpec } from './modelSpec.ts';
import { resolveChoice } from './resolveChoice.ts';

/** What each output is judged by, and what each loss needs. */
export function planOutputs(
  settings: ModelSettings,
  library: Library,
): { outputs: OutputPlan[]; losses: LossPlan[] } {
  const losses = (settings.losses ?? []).map((setting, index) => planLoss(setting, index, settings, library));
  const outputs = settings.model.outputs.map((output) =>
    planOutput(
      output,
      losses.filter((loss) => loss.output === output.name),
    ),
  );
  return { outputs, losses };
}

function planLoss(setting: LossSetting, index: number, { model }: ModelSettings, library: Library): LossPlan {
  const { output: name, weight = 1, weighted = false, ...choice } = setting;
  const output = model.outputs.find((candidate) => candidate.name === name);
  if (!output)
    throw new NeumannError('name', `a loss is meant for output '${name}', which the model does not have`);
  const { definition, options } = resolveChoice('loss', library.losses, choice);
  const loss = {
    index,
    label: `${name}.${setting.name}`,
    output: name,
    weight,
    weighted,
    definition,
    options,
  };
  return { ...loss, elementsPerRow: definition.mean === 'rows' ? 1 : elementsPerRow(loss, output) };
}

/** Found by tracing the loss on two rows. */
function elementsPerRow(loss: Omit<LossPlan, 'elementsPerRow'>, output: OutputSpec): number {
  const rows = 2;
  const standIn = (name: string, shape: Shape, dtype: 'f32' | 'i32'): Tensor =>
    read({ block: name, name, offset: 0, shape, dtype });
  const { kind, width } = targetOf(loss, output.units);
  const target =
    kind === 'classes' ? standIn('target', [rows], 'i32') : standIn('target', [rows, width], 'f32');
  const prediction = standIn('prediction', [rows, output.units], 'f32');
  return sizeOf(loss.definition.each(prediction, target, loss.options).shape) / rows;
}

function targetOf({ definition }: Pick<LossPlan, 'definition'>, units: number) {
  return { kind: definition.target, width: definition.targetWidth?.(units) ?? units };
}

function planOutput(output: OutputSpec, losses: readonly LossPlan[]): OutputPlan {
  const { name, units } = output;
  if (losses.length === 0) return { name, units, link: 'identity' };
  const targets = losses.map((loss) => targetOf(loss, units));
  const odd = targets.findIndex(({ kind, width }) => kind !== targets[0].kind || width !== targets[0].width);
  if (odd > 0) {
    const [first, other] = [losses[0].definition.name, losses[odd].definition.name];
    throw new NeumannError(
      'model',
      `output '${name}': ${first} and ${other} don't take the same kind of target`,
    );
  }
  return {
    name,
    units,
    target: targets[0],
    link: losses[0].definition.link?.(losses[0].options) ?? 'identity',
  };
}
