import { z } from 'zod';
import type { Column, ColumnKind } from '../../table/table.ts';
import { NeumannError } from '../../../errors.ts';
import type { ColumnSettings } from '../settings.ts';
import { categoryEncoder } from './categoryEncoder.ts';
import { categoryStep, fitCategoryStep } from './categoryStep.ts';
import { dateEncoder, dateStep, fitDateStep } from './dateStep.ts';
import { fitNumberStep, numberEncoder, numberStep } from './numberStep.ts';
import type { Remarks } from './remarks.ts';
import type { Encoder, LeftOut } from './step.ts';

/** What was fitted on one column: plain JSON, of one of three kinds. */
export const columnStep = z.discriminatedUnion('step', [numberStep, dateStep, categoryStep]);
export type ColumnStep = z.output<typeof columnStep>;

/** Fits the step that suits the column's kind, on its training rows; says why where it is of no use. */
export function fitStep(
  settings: ColumnSettings,
  column: Column,
  kind: ColumnKind,
  rows: Int32Array,
  remarks: Remarks,
): ColumnStep | LeftOut {
  try {
    switch (kind) {
      case 'number':
        return fitNumberStep(settings, column, rows, remarks);
      case 'date':
        return fitDateStep(settings, column, rows, remarks);
      case 'category':
      case 'boolean':
        return fitCategoryStep(settings, column, kind, rows);
      default:
        return { column: column.name, reason: `its kind is ${kind}` };
    }
  } catch (error) {
    if (!(error instanceof NeumannError) || error.message.includes(`'${column.name}'`)) throw error;
    throw new NeumannError(error.code, `Column '${column.name}': ${error.message}`, { cause: error });
  }
}

/** The step at work. */
export function encoderOf(step: ColumnStep): Encoder {
  switch (step.step) {
    case 'number':
      return numberEncoder(step);
    case 'date':
      return dateEncoder(step);
    case 'category':
      return categoryEncoder(step);
  }
}
