export { reportInput, type ReportSource } from './reportInput.ts';
export { renderReport } from './renderReport.ts';
export type * from './input/types.ts';
