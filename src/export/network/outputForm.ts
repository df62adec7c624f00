import type { Link } from '../../nn/define.ts';
import type { Model } from '../../train/index.ts';
import type { NumberTargetJson } from '../../data/prepare/index.ts';

/** How the raw output of a net becomes a prediction of a target. */
export type OutputForm = ClassForm | NumberForm;

export interface ClassForm {
  readonly kind: 'classes';
  readonly target: string;
  readonly classes: readonly string[];
  /** Of the raw numbers: to probabilities, or to what is proportional to them. */
  readonly link: Link;
  /** `second`: the only unit is the probability of the second class; `each`: units become so after division by their sum. */
  readonly units: 'second' | 'each';
}

export interface NumberForm {
  readonly kind: 'number';
  readonly target: string;
  /** Of the first raw number. */
  readonly link: Link;
  /** Undone after the link, back to the target's own unit. */
  readonly scaling: NumberTargetJson['scaling'];
}

/** For each target what `toPredictions` does to raw outputs. */
export function outputForms({ parts, plan }: Model): OutputForm[] {
  return parts.fitted.targets.map((target): OutputForm => {
    const output = plan.outputs.find(({ name }) => name === target.name)!;
    const json = target.toJSON();
    if (json.kind === 'number')
      return { kind: 'number', target: target.name, link: output.link, scaling: json.scaling };
    const units = output.units === 1 ? 'second' : 'each';
    // Scores of losses on margins become probabilities in the usual way (`classProbabilities`).
    const isScore = output.link === 'identity' && output.target?.kind !== 'binary';
    const link = isScore ? (units === 'second' ? 'sigmoid' : 'softmax') : output.link;
    return { kind: 'classes', target: target.name, classes: json.classes, link, units };
  });
}
