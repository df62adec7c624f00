import { NeumannError } from '../../errors.ts';
import { findColumn } from './inferKinds.ts';
import type { Column, ColumnKind, Table, Warning } from './table.ts';
import { columnFromWords } from './typing/columnFromWords.ts';

/**
 * The table with its columns of words read as numbers or dates where `overrides` ask for that kind; words that are none become
 * missing, with a warning. Other columns are left as they are.
 * @throws NeumannError for a column that is not there, or that holds nothing of the kind
 */
export function castTable(
  table: Table,
  overrides: Readonly<Record<string, ColumnKind>>,
): { table: Table; warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const cast = new Map<Column, Column>();
  for (const [name, kind] of Object.entries(overrides)) {
    const column = findColumn(table, name);
    if (column.type !== 'text' || (kind !== 'number' && kind !== 'date')) continue;
    const typed = columnFromWords(name, column.dictionary, column.codes, {
      decimal: '.',
      decimalKnown: false,
      forced: kind,
    });
    if (typed.column.type !== kind || typed.column.values.every(Number.isNaN))
      throw nothingOfKind(name, kind, column.dictionary);
    cast.set(column, typed.column);
    warnings.push(...typed.warnings);
  }
  const columns = table.columns.map((column) => cast.get(column) ?? column);
  return { table: cast.size === 0 ? table : { rows: table.rows, columns }, warnings };
}

function nothingOfKind(name: string, kind: ColumnKind, words: readonly string[]): NeumannError {
  const text = `Column '${name}' cannot be of kind ${kind}, for it holds words such as '${words[0] ?? ''}'; correct the cells or choose another kind.`;
  return new NeumannError('wrong-kind', text);
}
