import type { ColumnDescription, Warning } from '../../data/table/index.ts';
import { defineCommand } from '../arguments/define.ts';
import { colorsFor, type Colors } from '../effects/colors.ts';
import { jsonText } from '../format/json.ts';
import { counted, grouped, scoreText } from '../format/score.ts';
import { textTable } from '../format/textTable.ts';
import { bullet } from '../format/wrap.ts';
import { readOptions, readTableAt, tableArgument, tableFlags } from './tableFlags.ts';

export const describe = defineCommand({
  name: 'describe',
  summary:
    'Says what is in a table: of each column its kind, what is missing, how many values there are and how they lie; and what may go wrong in learning from it.',
  arguments: { table: tableArgument },
  options: {
    target: { kind: 'texts', value: 'COLUMN', summary: 'also look for columns that give this one away' },
    ...tableFlags,
    json: { kind: 'flag', summary: 'print one JSON object, and nothing else' },
  },
  examples: ['neumann describe penguins.csv', 'neumann describe penguins.csv --target species'],
  async run(values, effects) {
    const { table, dialect, sha256, warnings } = await readTableAt(
      values.table,
      readOptions(values),
      effects,
    );
    const { describeTable, inferKinds, inspectTable } = await import('../../data/table/index.ts');
    const inferred = inferKinds(table, {}, values.target);
    const all = [
      ...warnings,
      ...inferred.warnings,
      ...inspectTable(table, inferred.kinds, { targets: values.target }),
    ];
    const columns = describeTable(table, inferred.kinds);
    const { stdout } = effects;
    if (values.json) {
      return stdout.write(
        jsonText({ table: values.table, rows: table.rows, sha256, dialect, columns, warnings: all }),
      );
    }
    const colors = colorsFor(stdout, effects);
    stdout.write(describedText(table.rows, columns, all, stdout.columns - 1, colors));
  },
});

function describedText(
  rows: number,
  columns: readonly ColumnDescription[],
  warnings: readonly Warning[],
  width: number,
  colors: Colors,
): string {
  const head = ['', 'kind', 'missing', 'distinct'].map((text) => colors.dim(text));
  const table = columns.map(({ name, kind, missing, distinct }) => [
    shortened(name, 24),
    kind,
    missing === 0 ? '' : grouped(missing),
    grouped(distinct),
  ]);
  const lines = textTable([head, ...table], width, 2);
  const left = Math.max(...textTable([head.map(() => ''), ...table], width, 2).map((line) => line.length));
  const withSummaries = lines.map((line, index) => {
    if (index === 0) return line;
    const room = width - left - 3;
    return room < 16 ? line : `${line.padEnd(left)}   ${shortened(valuesText(columns[index - 1]), room)}`;
  });
  const warned = warnings.map(({ text }) => bullet(colors.yellow('!'), text, Math.min(width, 100)));
  return [
    `${counted(rows, 'row')}, ${counted(columns.length, 'column')}`,
    '',
    ...withSummaries,
    ...(warned.length > 0 ? ['', ...warned] : []),
    '',
  ].join('\n');
}

/** How a column's values lie. */
function valuesText({ min, median, max, top, type, count }: ColumnDescription): string {
  if (top)
    return top.map(({ value, count: own }) => `${value} ${Math.round((100 * own) / count)} %`).join(', ');
  if (min === undefined) return '';
  const text = (value: number | string | undefined) =>
    type === 'date' ? String(value).slice(0, 10) : valueText(Number(value));
  return `${text(min)} … ${text(median)} … ${text(max)}`;
}

const valueText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e9 ? grouped(value) : scoreText(value);

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
