import type { Warning } from '../../data/table/index.ts';
import type { Colors } from '../effects/colors.ts';
import { counted, intervalText, metricText, scoreTitle } from '../format/score.ts';
import { textTable } from '../format/textTable.ts';
import { bullet } from '../format/wrap.ts';
import type { TargetEvaluation } from './evaluateModel.ts';

/** Scores with the ranges in which they lie, a small table for each target. */
export function evaluationText(
  targets: readonly TargetEvaluation[],
  warnings: readonly Warning[],
  width: number,
  colors: Colors,
): string {
  const warned = warnings.map(({ text }) => `${bullet(colors.yellow('!'), text, width)}\n`);
  return [...targets.map((target) => targetText(target, width, colors)), warned.join('')]
    .filter((text) => text !== '')
    .join('\n');
}

function targetText(
  { target, rows, scores, intervals }: TargetEvaluation,
  width: number,
  colors: Colors,
): string {
  const names = Object.keys(scores);
  const ranges = names.map((name) => intervalText(name, intervals[name]));
  const lines = textTable(
    [
      [target, ...names.map((name) => colors.dim(scoreTitle(name)))],
      [`  ${counted(rows, 'row')}`, ...names.map((name) => colors.bold(metricText(name, scores[name])))],
      ['  95 % interval', ...ranges].map((cell) => colors.dim(cell)),
    ],
    width,
  );
  return `${lines.join('\n')}\n`;
}
