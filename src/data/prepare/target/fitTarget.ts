import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import type { Column } from '../../table/table.ts';
import { classTargetJson, classTargetOf, fitClassTarget, type ClassTarget } from './classTarget.ts';
import {
  fitNumberTarget,
  numberTargetJson,
  numberTargetOf,
  type NumberTarget,
  type NumberTargetSettings,
} from './numberTarget.ts';

/** What a net is to predict, as numbers, and the way back. */
export type FittedTarget = ClassTarget | NumberTarget;

const targetJson = z.discriminatedUnion('kind', [classTargetJson, numberTargetJson]);

/**
 * Learns a target's classes, or its scaling, from the training rows.
 * @throws NeumannError where there is nothing to learn: no value, one class, the same number everywhere, words for a number
 */
export function fitTarget(
  settings: NumberTargetSettings,
  column: Column,
  task: 'classification' | 'regression',
  trainRows: Int32Array,
): FittedTarget {
  return task === 'classification'
    ? fitClassTarget(column, trainRows)
    : fitNumberTarget(settings, column, trainRows);
}

/**
 * A target from what `toJSON` gave.
 * @throws NeumannError where it is not that
 */
export function restoreTarget(json: unknown): FittedTarget {
  const parsed = targetJson.safeParse(json);
  if (!parsed.success)
    throw new NeumannError(
      'altered-model',
      `The model's target is not as it was written: ${z.prettifyError(parsed.error)}`,
    );
  return parsed.data.kind === 'classes' ? classTargetOf(parsed.data) : numberTargetOf(parsed.data);
}
