import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import { summariseColumn, type ColumnSummary } from './columnSummary.ts';
import { piecesOf } from './paged/pagedColumn.ts';
import type { Column, ColumnKind, NumberColumn, Table, TextColumn, Warning } from './table.ts';

export const COLUMN_KINDS: readonly ColumnKind[] = [
  'number',
  'category',
  'boolean',
  'date',
  'text',
  'identifier',
  'constant',
];

/** Kinds that tell a model nothing it could use on a new row. */
export const LEFT_OUT: ReadonlySet<ColumnKind> = new Set(['text', 'identifier', 'constant']);

export interface InferredKinds {
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly warnings: readonly Warning[];
}

interface Judgement {
  readonly kind: ColumnKind;
  /** Why, where a person should know. */
  readonly because?: string;
}

/**
 * Finds what each column means for training.
 *
 * - number: a column of numbers, those of few whole values too (say `--type NAME=category` where they are names of classes)
 * - boolean: two words such as yes and no; category: few words, or many that come back
 * - identifier: values that name the row (all different, called id or counting up); text: long words, hardly any of them twice
 * - constant: one value and nothing missing, or nothing at all
 *
 * Identifiers, text and constants are left out of training, with a warning that says why.
 * @param overrides kinds that hold, by column
 * @param targets columns to predict: these are never identifiers or text
 * @throws NeumannError for an override of a column that is not there, or a kind that the column cannot have
 */
export function inferKinds(
  table: Table,
  overrides: Readonly<Record<string, ColumnKind>> = {},
  targets: readonly string[] = [],
): InferredKinds {
  checkOverrides(table, overrides);
  const given = new Map(Object.entries(overrides));
  const judged = new Map<string, Judgement>();
  for (const column of table.columns) {
    const override = given.get(column.name);
    const judge = targets.includes(column.name) ? judgeTarget : judgeColumn;
    judged.set(
      column.name,
      override ? { kind: override } : judge(column, summariseColumn(column, toCount(column)), table),
    );
  }
  keepOneFeature(table, judged, targets);
  const warnings = [...judged].flatMap(([name, { kind, because }]) =>
    because ? [{ code: `kind-${kind}`, column: name, text: because }] : [],
  );
  return { kinds: Object.fromEntries([...judged].map(([name, { kind }]) => [name, kind])), warnings };
}

/** Only of what is called an identifier it matters how many values there are, beyond a few. */
const toCount = ({ name }: Column): number => (hasIdentifierName(name) ? Infinity : FEW_NUMBERS);

function checkOverrides(table: Table, overrides: Readonly<Record<string, ColumnKind>>): void {
  for (const [name, kind] of Object.entries(overrides)) {
    const column = findColumn(table, name);
    if (!COLUMN_KINDS.includes(kind)) {
      const nearest = didYouMean(kind, COLUMN_KINDS);
      const advice = nearest ? `did you mean '${nearest}'?` : `use one of ${COLUMN_KINDS.join(', ')}.`;
      throw new NeumannError('unknown-kind', `Column '${name}' cannot be of kind '${kind}'; ${advice}`);
    }
    if (ALLOWED[kind] && !ALLOWED[kind].includes(column.type)) throw notOfKind(column, kind);
  }
}

/** The columns that can be of a kind; any can be a category or be left out. Words can be read as either by `castTable`. */
const ALLOWED: Partial<Record<ColumnKind, readonly Column['type'][]>> = {
  number: ['number'],
  date: ['date'],
};

function notOfKind(column: Column, kind: ColumnKind): NeumannError {
  const example =
    column.type === 'text'
      ? `holds words such as '${column.dictionary[0] ?? ''}'`
      : `is a column of ${column.type}s`;
  const text = `Column '${column.name}' cannot be of kind ${kind}, for it ${example}; correct the cells or choose another kind.`;
  return new NeumannError('wrong-kind', text);
}

/** @throws NeumannError with the nearest name, where the table has no such column */
export function findColumn(table: Table, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column) return column;
  const names = table.columns.map((candidate) => candidate.name);
  const nearest = didYouMean(name, names);
  const some = names.length > 12 ? `${names.slice(0, 12).join(', ')}, ...` : names.join(', ');
  const advice = nearest ? `did you mean '${nearest}'?` : `the columns are ${some}.`;
  throw new NeumannError('unknown-column', `There is no column called '${name}'; ${advice}`);
}

function judgeTarget(column: Column, summary: ColumnSummary): Judgement {
  if (isConstant(summary)) return { kind: 'constant' };
  if (column.type === 'text') return { kind: isBoolean(column) ? 'boolean' : 'category' };
  return { kind: column.type };
}

function judgeColumn(column: Column, summary: ColumnSummary, table: Table): Judgement {
  const name = `Column '${column.name}'`;
  if (isConstant(summary)) {
    const what = summary.distinct === 0 ? 'is empty' : 'has the same value in every row';
    return { kind: 'constant', because: `${name} ${what}: it is left out.` };
  }
  if (column.type === 'date') return { kind: 'date' };
  return column.type === 'number' ? judgeNumbers(column, summary, table) : judgeWords(column, summary, table);
}

function isConstant({ distinct, missing }: ColumnSummary): boolean {
  return distinct === 0 || (distinct === 1 && missing === 0);
}

/** A column of fewer different numbers than this is never an identifier. */
const FEW_NUMBERS = 10;

/** Names that say "this names the row": id, customer_id, customerId, uuid, row number, the index that pandas writes. */
const IDENTIFIER_NAME =
  /(?:^|[_\-. ])(?:id|ids|uid|uuid|guid|rowid|rownum|ssn)$|[a-z]I[dD]$|^id[_\-. ]|^(?:unnamed: ?0|index|key|row|rownames|rn|obs|nr|no|#|sorszám|azonosító)\.?$/;

function hasIdentifierName(name: string): boolean {
  return IDENTIFIER_NAME.test(name) || IDENTIFIER_NAME.test(name.toLowerCase());
}

function judgeNumbers(column: NumberColumn, summary: ColumnSummary, table: Table): Judgement {
  const present = table.rows - summary.missing;
  const name = `Column '${column.name}'`;
  if (summary.distinct < FEW_NUMBERS || !areWhole(column)) return { kind: 'number' };
  const override = `pass --type ${column.name}=number to use it`;
  if (hasIdentifierName(column.name) && summary.distinct * 2 > present)
    return {
      kind: 'identifier',
      because: `${name} looks like an identifier by its name and its ${summary.distinct} different values: it is left out; ${override}.`,
    };
  const first = table.columns[0] === column && !TIME_NAME.test(column.name);
  if (first && summary.missing === 0 && countsUp(column.values))
    return {
      kind: 'identifier',
      because: `${name} counts the rows up from ${column.values[0]}: it is left out as an identifier; ${override}.`,
    };
  return { kind: 'number' };
}

function areWhole(column: NumberColumn): boolean {
  for (const { piece } of piecesOf(column)) {
    const { values } = piece as NumberColumn;
    if (!values.every((value) => Number.isNaN(value) || Number.isInteger(value))) return false;
  }
  return true;
}

/** A count of these may be the very thing to learn from. */
const TIME_NAME =
  /^(?:x|t|n|time|step|second|minute|hour|day|week|month|quarter|year|date|age|epoch|frame)s?$/i;

/** 0, 1, 2, ... or 1, 2, 3, ... down the rows, as a row number does. */
function countsUp(values: Float64Array): boolean {
  return (values[0] === 0 || values[0] === 1) && values.every((value, i) => value === values[0] + i);
}

const BOOLEANS = new Set([
  'true false',
  'yes no',
  't f',
  'y n',
  'on off',
  'igen nem',
  'ja nein',
  'oui non',
  'si no',
  'sí no',
  '1 0',
]);

function isBoolean(column: TextColumn): boolean {
  if (column.dictionary.length !== 2) return false;
  const [a, b] = column.dictionary.map((word) => word.trim().toLowerCase());
  return BOOLEANS.has(`${a} ${b}`) || BOOLEANS.has(`${b} ${a}`);
}

/** Below this many different words a column is a category however few rows there are. */
const FEW_WORDS = 20;

function judgeWords(column: TextColumn, summary: ColumnSummary, table: Table): Judgement {
  const name = `Column '${column.name}'`;
  const { distinct } = summary;
  const present = table.rows - summary.missing;
  if (isBoolean(column)) return { kind: 'boolean' };
  const override = `pass --type ${column.name}=category to use it`;
  if (hasIdentifierName(column.name) && distinct * 2 > present && distinct >= 10)
    return {
      kind: 'identifier',
      because: `${name} looks like an identifier by its name and its ${distinct} different words: it is left out; ${override}.`,
    };
  if (distinct <= FEW_WORDS || distinct * 2 <= present) return { kind: 'category' };
  const length = meanLength(column.dictionary);
  if (distinct === present && length <= 40 && !column.dictionary.some((word) => /\S\s+\S+\s+\S/.test(word)))
    return {
      kind: 'identifier',
      because: `${name} has a different word in each row: it is left out as an identifier; ${override}.`,
    };
  return {
    kind: 'text',
    because: `${name} has ${distinct} different words in ${present} rows, hardly any of them twice: it is left out as text; ${override}.`,
  };
}

function meanLength(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0) / words.length;
}

/** A table whose one input counts the rows up, y against x, is not a table without inputs. */
function keepOneFeature(table: Table, judged: Map<string, Judgement>, targets: readonly string[]): void {
  const inputs = table.columns.filter(({ name }) => !targets.includes(name));
  if (inputs.some(({ name }) => !LEFT_OUT.has(judged.get(name)?.kind ?? 'constant'))) return;
  const [rescued] = inputs.filter(
    ({ name, type }) =>
      type === 'number' && judged.get(name)?.kind === 'identifier' && judged.get(name)?.because,
  );
  if (rescued) judged.set(rescued.name, { kind: 'number' });
}
