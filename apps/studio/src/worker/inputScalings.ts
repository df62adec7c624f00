import type { InputScaling } from '../run/contract.ts';
import type { FittedPreparation } from '../../../../src/data/prepare/index.ts';
import type { ResolvedRecipe } from '../../../../src/train/recipe/index.ts';

/** What the fitted preparation does to each input, where it is a shift and a scale. */
export function inputScalings(
  preparation: FittedPreparation,
  { preparation: settings }: ResolvedRecipe,
): InputScaling[] {
  return preparation.toJSON().steps.map((step) => {
    const chosen = settings.columns[step.column]?.numbers ?? settings.numbers;
    const scaler = typeof chosen === 'string' ? chosen : chosen.name;
    return { name: step.column, scaler, ...(step.step === 'number' ? shiftAndScale(step.scaling) : NONE) };
  });
}

const NONE = { center: null, scale: null };

type Scaling = Extract<
  ReturnType<FittedPreparation['toJSON']>['steps'][number],
  { step: 'number' }
>['scaling'];

function shiftAndScale(scaling: Scaling): Pick<InputScaling, 'center' | 'scale'> {
  if (scaling.form === 'linear') return { center: scaling.center, scale: scaling.scale };
  if (scaling.form !== 'affine' || scaling.clip) return NONE;
  return { center: -scaling.offset / scaling.factor, scale: 1 / scaling.factor };
}
