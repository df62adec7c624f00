import { resolve } from 'node:path';
import type { Column, Table } from '../../data/table/index.ts';
import { findColumn } from '../../data/table/index.ts';
import { NeumannError } from '../../errors.ts';
import type { TargetPrediction } from '../../train/index.ts';
import { defineCommand } from '../arguments/define.ts';
import type { Effects } from '../effects/effects.ts';
import { placeOf } from '../effects/paths.ts';
import { csvRow } from '../format/csv.ts';
import { openModel, readOptionsFor, runArgument } from '../runs/openModel.ts';
import { readOptions, readTableAt, tableArgument, tableFlags } from './tableFlags.ts';

export const predict = defineCommand({
  name: 'predict',
  summary:
    "Lets a trained model predict every row of a table, as CSV: of classes the most probable and the probability of each, of numbers the value in the target's own unit.",
  arguments: { run: runArgument, table: tableArgument },
  options: {
    out: { kind: 'text', value: 'FILE', summary: 'write there instead of printing' },
    keep: { kind: 'texts', value: 'COLUMN', summary: 'carry a column of the table through, such as an id' },
    ...tableFlags,
  },
  examples: [
    'neumann predict runs/penguins-species-1 new.csv --keep id --out predicted.csv',
    'neumann predict runs/penguins-species-1 new.csv | head',
  ],
  async run(values, effects) {
    refuseOverItself(values.table, values.out, effects);
    const model = await openModel(values.run, effects);
    const usual = readOptionsFor(model, values.run, effects);
    const asWritten = values.keep.filter((name) => !Object.hasOwn(model.columnTypes, name));
    const types = {
      ...model.columnTypes,
      ...Object.fromEntries(asWritten.map((name) => [name, 'text' as const])),
    };
    const read = { ...usual, ...readOptions(values), types };
    const { table, warnings } = await readTableAt(values.table, read, effects);
    const kept = values.keep.map((name) => cellsOf(findColumn(table, name)));
    const predicted = model.predictTable(table);
    for (const { text } of [...warnings, ...predicted.warnings]) effects.stderr.write(`warning: ${text}\n`);
    const own = predicted.predictions.flatMap((prediction) =>
      columnsOf(prediction, predicted.predictions.length > 1),
    );
    await writeRows(table, [...kept, ...withoutClashes(own, values.keep)], values.out, effects);
  },
});

function refuseOverItself(table: string, out: string | undefined, effects: Effects): void {
  const place = (path: string) => resolve(placeOf(effects, path));
  if (out === undefined || place(table) !== place(out)) return;
  throw new NeumannError(
    'over-itself',
    `--out ${out} is the table to predict, which would be lost; name another file.`,
  );
}

/** A column of the answer: its name, and the text of each row. */
interface Cells {
  readonly name: string;
  readonly at: (row: number) => string;
}

function cellsOf(column: Column): Cells {
  const { name } = column;
  if (column.type === 'text')
    return { name, at: (row) => (column.codes[row] < 0 ? '' : column.dictionary[column.codes[row]]) };
  const text = column.type === 'number' ? String : (time: number) => new Date(time).toISOString();
  return { name, at: (row) => (Number.isNaN(column.values[row]) ? '' : text(column.values[row])) };
}

/** The prediction under the target's name; of classes also each one's probability. */
function columnsOf(prediction: TargetPrediction, several: boolean): Cells[] {
  const { target } = prediction;
  if (prediction.task === 'regression')
    return [{ name: target, at: (row) => String(prediction.values[row]) }];
  const { classes, probabilities } = prediction;
  const probability = (row: number, index: number) => probabilities[row * classes.length + index];
  const best = (row: number) =>
    classes.reduce((most, _, index) => (probability(row, index) > probability(row, most) ? index : most), 0);
  return [
    { name: target, at: (row) => classes[best(row)] },
    ...classes.map((name, index) => ({
      name: several ? `${target}.probability(${name})` : `probability(${name})`,
      at: (row: number) => String(probability(row, index)),
    })),
  ];
}

/** Beside the kept truth, what is predicted says so. */
function withoutClashes(columns: readonly Cells[], kept: readonly string[]): Cells[] {
  return columns.map((column) =>
    kept.includes(column.name) ? { ...column, name: `predicted ${column.name}` } : column,
  );
}

/** Rows between two looks at whether anyone still reads. */
const BLOCK = 4096;

async function writeRows(
  { rows }: Table,
  columns: readonly Cells[],
  out: string | undefined,
  { stdout, files, folder }: Effects,
): Promise<void> {
  const draft = out === undefined ? undefined : files.draft(placeOf({ folder }, out));
  const write = (text: string) => (draft ? draft.append(text) : stdout.write(text));
  try {
    write(csvRow(columns.map(({ name }) => name)));
    for (let start = 0; start < rows && !stdout.closed; start += BLOCK) {
      write(blockText(columns, start, Math.min(rows, start + BLOCK)));
      if (!draft) await stdout.flush();
    }
    draft?.commit();
  } catch (error) {
    draft?.discard();
    throw error;
  }
}

function blockText(columns: readonly Cells[], start: number, end: number): string {
  let text = '';
  for (let row = start; row < end; row++) text += csvRow(columns.map(({ at }) => at(row)));
  return text;
}
