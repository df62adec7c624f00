import type { FittedPreparation } from '../../../../../src/data/prepare/index.ts';
import { NeumannError } from '../../../../../src/errors.ts';
import type { ModelPlan, ParameterPlan } from '../../../../../src/nn/trace/index.ts';

/** An input's scaling as prepared = raw * factor + offset. */
export interface AffineScaling {
  readonly factor: number;
  readonly offset: number;
}

/** How each prepared input comes from its raw number. Throws where a scaling is no straight line: nothing to fold then. */
export function affineScalings({
  preparation,
}: {
  readonly preparation: FittedPreparation;
}): AffineScaling[] {
  return preparation.toJSON().steps.flatMap((step): AffineScaling[] => {
    if (step.step !== 'number' || step.indicator) refuse(step.column);
    const { scaling } = step;
    if (scaling.form === 'linear')
      return [{ factor: 1 / scaling.scale, offset: -scaling.center / scaling.scale }];
    if (scaling.form === 'affine' && !scaling.clip)
      return [{ factor: scaling.factor, offset: scaling.offset }];
    return refuse(step.column);
  });
}

function refuse(column: string): never {
  throw new NeumannError(
    'notAffine',
    `The scaling of "${column}" bends its numbers, so no weights can take its place; choose standardise or minMax.`,
  );
}

/** Weights that raw inputs meet first, each with the bias that is added behind them. */
function firstLayers({ parameters, settings }: ModelPlan): [weight: ParameterPlan, bias: ParameterPlan][] {
  const { width } = settings.model.input;
  const named = (name: string) => parameters.find((parameter) => parameter.name === name);
  const head = `output.${settings.model.outputs[0].name}`;
  const first = named('dense1.weight') ? 'dense1' : head;
  const found = [
    [named(`${first}.weight`), named(`${first}.bias`)],
    [named(`${head}.linear.weight`), named(`${head}.bias`)],
  ].filter(([weight]) => weight !== undefined) as [ParameterPlan, ParameterPlan][];
  if (found.length > 0 && found.every(([weight, bias]) => bias && weight.slot.shape[0] === width))
    return found;
  throw new NeumannError(
    'notDense',
    'The first layer is not a dense one, so there are no weights to fold into.',
  );
}

/**
 * Parameters that give on raw inputs what the net gives on scaled ones: w' = w * factor, b' = b + sum of w * offset. Worked out in
 * float64; what remains is the rounding of the weights themselves.
 */
export function foldScaling(
  plan: ModelPlan,
  parameters: ArrayLike<number>,
  scalings: readonly AffineScaling[],
): Float64Array {
  const folded = Float64Array.from(parameters);
  for (const [weight, bias] of firstLayers(plan)) {
    const units = weight.slot.shape[1];
    scalings.forEach(({ factor, offset }, input) => {
      for (let unit = 0; unit < units; unit++) {
        const at = weight.slot.offset + input * units + unit;
        folded[bias.slot.offset + unit] += parameters[at] * offset;
        folded[at] = parameters[at] * factor;
      }
    });
  }
  return folded;
}
