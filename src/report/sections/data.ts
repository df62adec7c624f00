import { splitBar } from '../charts/splitBar.ts';
import { html, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { ColumnTreatment, ReportInput } from '../input/types.ts';
import { counted, grouped } from '../words/numbers.ts';
import { paragraph, type Section } from './section.ts';

/** What was done to the data before the model saw it. */
export function dataSection({ columns, split, result }: ReportInput): Section {
  return {
    id: 'data',
    title: 'Data',
    body: html`${splitBar(result.rows)} ${paragraph(splitText({ split, result }))}${columnTable(columns)}`,
  };
}

const splitTexts: Readonly<Record<string, string>> = {
  random: 'Rows were divided at random.',
  stratified:
    'Rows were divided at random, so that every part has the same shares of the target’s classes or sizes.',
  group:
    'Rows with the same value of the group column stay together, so that no part knows a group of another.',
  time: 'The earliest rows train, the latest test: the model is asked about a future it has not seen.',
  column: 'A column of the table says which part each row belongs to.',
};

function splitText({ split, result }: Pick<ReportInput, 'split' | 'result'>): Html {
  const by = split.column !== null && split.kind !== 'random' && split.kind !== 'stratified';
  const folds =
    split.folds > 0 &&
    ` The number of epochs was chosen by ${split.folds} folds of the training and validation rows; the model then learned from all ${grouped(result.rows.train + result.rows.validation)} of them.`;
  return html`${splitTexts[split.kind] ?? ''}${by && html` The column is <code>${split.column}</code>.`}
  Everything below was fitted on rows that train alone, and travels with the model.${folds}`;
}

const roles: Readonly<Record<ColumnTreatment['role'], string>> = {
  target: 'target',
  feature: 'input',
  weight: 'weight',
  split: 'split',
  leftOut: 'left out',
};

/** Wide tables are cut here; the recipe and the model file hold them whole. */
const MOST_COLUMNS = 150;

function columnTable(columns: readonly ColumnTreatment[]): Html {
  const rest = columns.length - MOST_COLUMNS;
  return html`${table({
    caption: 'What was done to each column',
    className: 'columns',
    head: ['column', 'kind', 'role', 'what was done'],
    words: [0, 1, 2, 3],
    rows: columns
      .slice(0, MOST_COLUMNS)
      .map(({ name, kind, role, text }) => [name, kind, roles[role], clip(text)]),
  })}${rest > 0 && paragraph(`${counted(rest, 'more column')} in the model file.`)}`;
}

/** A column of a thousand categories is described by its first ones. */
const clip = (text: string): string => (text.length > 400 ? `${text.slice(0, 380)}…` : text);
