import type { ReadOptions } from '../../data/read/index.ts';
import type { TrainEvent } from '../../train/index.ts';

/** The first line of `events.jsonl`: what was typed, where the run's table is, seen from its folder, and how it is read. */
export interface StartedLine {
  readonly type: 'started';
  readonly command: string;
  readonly table: string;
  readonly read: ReadOptions;
}

/** Stands in `events.jsonl` where a checkpoint was taken: a resumed run goes on writing from there. */
export interface CheckpointLine {
  readonly type: 'checkpoint';
  readonly sha256: string;
}

export type LogLine = StartedLine | CheckpointLine | TrainEvent;

/** The whole lines of an events file; what a crash left of a last one is dropped. */
export function parseLog(text: string): LogLine[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

export const logText = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** The lines up to a checkpoint, or none but the first where it is not among them. */
export function linesUntil(lines: readonly LogLine[], sha256: string | undefined): LogLine[] {
  const at = lines.findLastIndex((line) => line.type === 'checkpoint' && line.sha256 === sha256);
  return lines.slice(0, at < 0 ? 1 : at + 1);
}

/** The lines that training told, without those about the folder. */
export function eventsOf(lines: readonly LogLine[]): TrainEvent[] {
  return lines.filter((line) => line.type !== 'started' && line.type !== 'checkpoint');
}
