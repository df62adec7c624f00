import { basename } from 'node:path';
import type { FinishedRun, TrainEvent } from '../../train/index.ts';
import { version } from '../version.ts';
import type { Order } from './order.ts';

/** The page that shows a run. */
export async function reportOf(
  run: FinishedRun,
  { opened, table, command }: Order,
  events: readonly TrainEvent[],
): Promise<string> {
  const { renderReport, reportInput } = await import('../../report/index.ts');
  const name = basename(table);
  return renderReport(reportInput({ run, table: opened.table, events, name, command, version: version() }));
}
