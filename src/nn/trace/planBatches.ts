import { NeumannError } from '../../errors.ts';
import type { Block, DType, Slot } from '../../tensor/index.ts';
import type { BatchSlots, LossPlan, ModelSettings, OutputPlan } from './modelPlan.ts';

/** A block with one row of numbers for each row of a batch. */
interface RowBlock {
  readonly name: string;
  readonly dtype: DType;
  /** Shape of a row: [] for one number. */
  readonly row: readonly number[];
}

/** The blocks that batches go through, and windows on them for any number of rows. */
export function planBatches(
  { model, rows: most }: ModelSettings,
  outputs: readonly OutputPlan[],
  losses: readonly LossPlan[],
): { blocks: Block[]; batch: (rows: number) => BatchSlots } {
  const { width, embeddings } = model.input;
  const features: RowBlock = { name: 'features', dtype: 'f32', row: [width] };
  const codes: RowBlock = { name: 'codes', dtype: 'i32', row: [embeddings.length] };
  const targets = outputs.filter(({ target }) => target).map(targetBlock);
  const predictions = outputs.map(({ name, units }) => block(`predictions.${name}`, [units]));
  const rowWeights = losses.map(({ index }) => block(`rowWeights.${index}`, []));
  const rowLosses = losses.map(({ index }) => block(`rowLosses.${index}`, []));
  const used = rowWeights.filter((_, i) => losses[i].weighted);
  return {
    blocks: [features, codes, ...targets, ...predictions, ...used, ...rowLosses].map((rowBlock) =>
      whole(rowBlock, most),
    ),
    batch(rows) {
      if (!Number.isSafeInteger(rows) || rows < 1 || rows > most) {
        throw new NeumannError(
          'shape',
          `a batch of ${rows} rows was asked for, but the plan holds 1 to ${most}`,
        );
      }
      const window = (rowBlock: RowBlock): Slot => windowOn(rowBlock, rows);
      const byName = (list: readonly RowBlock[]): Record<string, Slot> =>
        Object.fromEntries(
          list.map((rowBlock) => [rowBlock.name.slice(rowBlock.name.indexOf('.') + 1), window(rowBlock)]),
        );
      return {
        rows,
        features: width > 0 ? window(features) : undefined,
        codes: embeddings.length > 0 ? window(codes) : undefined,
        targets: byName(targets),
        rowWeights: rowWeights.map((rowBlock, i) => (losses[i].weighted ? window(rowBlock) : undefined)),
        predictions: byName(predictions),
        rowLosses: rowLosses.map(window),
      };
    },
  };
}

function block(name: string, row: readonly number[]): RowBlock {
  return { name, dtype: 'f32', row };
}

function targetBlock({ name, target }: OutputPlan): RowBlock {
  if (target!.kind === 'classes') return { name: `targets.${name}`, dtype: 'i32', row: [] };
  return block(`targets.${name}`, [target!.width]);
}

function whole({ name, dtype, row }: RowBlock, rows: number): Block {
  return { name, dtype, length: rows * (row[0] ?? 1) };
}

function windowOn({ name, dtype, row }: RowBlock, rows: number): Slot {
  return { block: name, name, offset: 0, shape: [rows, ...row], dtype };
}
