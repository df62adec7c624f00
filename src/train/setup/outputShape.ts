import { NeumannError } from '../../errors.ts';
import type { LossDefinition, TargetKind } from '../../nn/define.ts';

/** What a target is: classes by name, or a number. */
export type TargetFacts =
  | { readonly name: string; readonly task: 'classification'; readonly classes: readonly string[] }
  | { readonly name: string; readonly task: 'regression' };

/** How many units an output has for a loss on this target. A NeumannError('loss') where the two do not go together. */
export function outputUnits(loss: LossDefinition<unknown>, target: TargetFacts): number {
  if (target.task === 'regression') return numberUnits(loss, target.name);
  const classes = target.classes.length;
  if (loss.target === 'number') {
    return refuse(
      loss,
      target.name,
      `is for numbers, and "${target.name}" holds ${classes} classes; use crossEntropy`,
    );
  }
  return oneUnit(loss.target) && classes === 2 ? 1 : classes;
}

/** One unit tells two classes apart where the loss is on a yes or no. */
const oneUnit = (kind: TargetKind): boolean => kind === 'binary' || kind === 'signs';

function numberUnits(loss: LossDefinition<unknown>, name: string): number {
  if (loss.target !== 'number')
    refuse(loss, name, `is for classes, and "${name}" holds numbers; use meanSquaredError`);
  const units = [1, 2].find((candidate) => targetWidth(loss, candidate) === 1);
  return units ?? refuse(loss, name, 'does not predict a single number');
}

/** Columns of the target for so many units; undefined where the loss takes no such number. */
function targetWidth(loss: LossDefinition<unknown>, units: number): number | undefined {
  try {
    return loss.targetWidth?.(units) ?? units;
  } catch {
    return undefined;
  }
}

function refuse(loss: LossDefinition<unknown>, name: string, why: string): never {
  throw new NeumannError('loss', `Recipe: the loss ${loss.name} on "${name}" ${why}.`);
}

/** Class numbers in the form a loss of this kind wants them in. */
export function classTargets(
  kind: TargetKind,
  codes: Int32Array,
  classes: number,
): Int32Array | Float32Array {
  if (kind === 'classes') return codes;
  const [off, on] = kind === 'signs' ? [-1, 1] : [0, 1];
  if (oneUnit(kind) && classes === 2) return Float32Array.from(codes, (code) => (code === 1 ? on : off));
  const targets = new Float32Array(codes.length * classes).fill(off);
  codes.forEach((code, row) => {
    if (code >= 0) targets[row * classes + code] = on;
  });
  return targets;
}
