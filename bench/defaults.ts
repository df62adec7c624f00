/**
 * What the default recipe reaches on public tables, split by split beside the baselines that scikit-learn and PyTorch reached on the
 * same rows (`fixtures/oracle/baselines`): `node bench/defaults.ts [--tables iris,wine] [--set path=value]... [--write]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTable } from '../src/data/read/index.ts';
import type { Table } from '../src/data/table/index.ts';
import { train } from '../src/index.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'oracle');
const results = join(import.meta.dirname, 'results', 'defaults.json');
const names = 'iris wine breast_cancer digits diabetes concrete wa_churn spam diamonds'.split(' ');

interface Reference {
  readonly task: 'classification' | 'regression';
  readonly target: string;
  readonly splits: readonly string[];
  readonly cases: readonly { readonly model: string; readonly each: readonly Record<string, number>[] }[];
}
interface Outcome {
  readonly table: string;
  readonly metric: string;
  readonly ours: number[];
  readonly ownLinear: number[];
  readonly references: Readonly<Record<string, number[]>>;
  readonly epochs: number[];
  readonly seconds: number[];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const differences = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]);
function standardError(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) * (value - centre));
  return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / (values.length - 1) / values.length);
}

async function openTable(name: string): Promise<Table> {
  const { cases } = JSON.parse(await readFile(join(root, 'data', 'tables.json'), 'utf8')) as {
    cases: { name: string; file: string }[];
  };
  const { file } = cases.find((entry) => entry.name === name)!;
  return (await readTable(await readFile(join(root, file)), { name: file })).table;
}

/** The table with a column that says each row's part. */
function withParts(table: Table, digits: string): Table {
  const codes = Int32Array.from(digits, Number);
  const column = { name: 'part', type: 'text', codes, dictionary: ['train', 'validation', 'test'] } as const;
  return { rows: table.rows, columns: [...table.columns, column] };
}

async function measure(name: string, edits: readonly string[]): Promise<Outcome> {
  const reference = JSON.parse(await readFile(join(root, 'baselines', `${name}.json`), 'utf8')) as Reference;
  const metric = reference.task === 'classification' ? 'accuracy' : 'r2';
  const table = await openTable(name);
  const outcome = {
    ours: [] as number[],
    ownLinear: [] as number[],
    epochs: [] as number[],
    seconds: [] as number[],
  };
  for (const digits of reference.splits) {
    const set = ['split.kind=column', 'split.column=part', `task=${reference.task}`, ...edits];
    const { result } = await train({ data: withParts(table, digits), target: reference.target, set });
    outcome.ours.push(result.test![metric]);
    outcome.ownLinear.push(result.baselines.linear![metric]);
    outcome.epochs.push(result.best.epoch);
    outcome.seconds.push(result.seconds);
  }
  const references = reference.cases.map(({ model, each }) => [model, each.map((scores) => scores[metric])]);
  return { table: name, metric, ...outcome, references: Object.fromEntries(references) };
}

/** The three demands on the default recipe, each with by how much it is met. */
function verdicts({ metric, ours, ownLinear, references }: Outcome): string[] {
  const allowance = metric === 'accuracy' ? 0.01 : 0.02;
  const against = (label: string, other: readonly number[], slack: (gain: number[]) => number) => {
    const gain = differences(ours, other);
    const margin = mean(gain) + slack(gain);
    return `${label} ${mean(gain) >= 0 ? '+' : ''}${mean(gain).toFixed(4)} ${margin >= 0 ? 'yes' : 'NO'}`;
  };
  return [
    ...(references.mlp_default ? [against('mlp_default', references.mlp_default, standardError)] : []),
    against('torch_mlp_tuned', references.torch_mlp_tuned, () => allowance),
    against('own linear', ownLinear, (gain) => 2 * standardError(gain)),
  ];
}

const { values } = parseArgs({
  options: {
    tables: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const outcomes: Outcome[] = [];
for (const name of values.tables?.split(',') ?? names) {
  const outcome = await measure(name, values.set);
  outcomes.push(outcome);
  const numbers = `${outcome.metric} ${mean(outcome.ours).toFixed(4)}`;
  console.log(
    `${name.padEnd(14)} ${numbers}  ${verdicts(outcome).join('  ')}  epochs ${outcome.epochs.join(' ')}  ${mean(outcome.seconds).toFixed(1)} s`,
  );
}
if (values.write) await writeFile(results, `${JSON.stringify(outcomes, null, 1)}\n`);
