import type { Query } from './define.ts';

/** The table that the run learns from, as the text of a CSV file. */
export const table: Query<null, string> = (_, { run }) => run.table.csv;
