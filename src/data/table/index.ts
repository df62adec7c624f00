export { castTable } from './castTable.ts';
export { describeTable, type ColumnDescription } from './describeTable.ts';
export type { Column, ColumnKind, DateColumn, NumberColumn, Table, TextColumn, Warning } from './table.ts';
export { COLUMN_KINDS, LEFT_OUT, findColumn, inferKinds, type InferredKinds } from './inferKinds.ts';
export { tableFromColumns, type ColumnValues } from './tableFromColumns.ts';
export { tableFromObjects, type ObjectsOptions } from './tableFromObjects.ts';
export { inspectTable, type InspectOptions } from './inspect.ts';
