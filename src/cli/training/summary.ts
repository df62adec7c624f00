import type { Result } from '../../train/index.ts';
import type { Colors } from '../effects/colors.ts';
import { durationText } from '../format/duration.ts';
import { scoreText, scoreTitle } from '../format/score.ts';
import { shellWord } from '../format/shellWord.ts';
import { textTable } from '../format/textTable.ts';
import { bullet, wrap } from '../format/wrap.ts';

export interface SummaryFacts {
  readonly run: string;
  /** As a person named it. */
  readonly table: string;
  readonly width: number;
  readonly colors: Colors;
}

/** What a person wants to know when a run is over: how good it is beside what, why it ended, and what to do next. */
export function summary(result: Result, facts: SummaryFacts): string {
  const { width, colors } = facts;
  const sections = [
    ...targetsOf(result).map((target) => scoreTable(result, target, facts)),
    wrap(endText(result), width),
    warningLines(result, width, colors),
    result.verdict ? wrap(result.verdict.text, width).map((line) => verdictColor(result, colors)(line)) : [],
    nextLines(result, facts),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const metrics = {
  classification: ['accuracy', 'macroF1', 'auc', 'logLoss'],
  regression: ['r2', 'rmse', 'mae'],
} as const;

const targetsOf = ({ target }: Result): readonly string[] => (typeof target === 'string' ? [target] : target);

type Scores = Readonly<Record<string, number>> | null;

/** Metrics of one target by part, the test part's with the range in which they lie, beside both baselines. */
function scoreTable(result: Result, target: string, { width, colors }: SummaryFacts): string[] {
  const several = typeof result.target !== 'string';
  const prefix = several ? `${target}.` : '';
  const names = namesOf(result, prefix);
  const row = (title: string, scores: Scores, paint: (text: string) => string = String) => [
    title,
    ...names.map((name) => paint(scoreText(scores?.[prefix + name]))),
  ];
  const { constant, linear } = result.baselines;
  const isFirst = !several || target === targetsOf(result)[0];
  const rows = [
    [several ? target : '', ...names.map(scoreTitle)].map((text) => colors.dim(text)),
    row('train', result.train),
    ...(result.validation ? [row('validation', result.validation)] : []),
    ...(result.test ? [row('test', result.test, colors.bold)] : []),
    ...(result.test && isFirst ? [intervalRow(result, names, colors)] : []),
    ...(linear ? [row('  linear model', linear)] : []),
    ...(constant ? [row('  always the same', constant)] : []),
  ];
  return textTable(rows, width);
}

/** The task's metrics that are there, and the loss. */
function namesOf({ train, test }: Result, prefix: string): string[] {
  const all = [...metrics.classification, ...metrics.regression];
  const there = all.filter((name) => prefix + name in { ...train, ...test });
  return prefix === '' ? [...there, 'loss'] : there;
}

function intervalRow({ testIntervals }: Result, names: readonly string[], colors: Colors): string[] {
  const cells = names.map((name) => {
    const interval = testIntervals[name];
    return interval ? `${scoreText(interval.low)}–${scoreText(interval.high)}` : '';
  });
  return ['  95 % sure within', ...cells].map((cell) => colors.dim(cell));
}

function endText({ stopped, best, epochs, seconds }: Result): string {
  const restored = best.epoch === epochs ? '' : ` The weights are those of epoch ${best.epoch}.`;
  return `${stopped.text}${restored} It took ${durationText(seconds)}.`;
}

function warningLines({ warnings }: Result, width: number, colors: Colors): string[] {
  return warnings.map(({ text }) => bullet(colors.yellow('!'), text, width));
}

const verdictColor = ({ verdict }: Result, colors: Colors) =>
  verdict?.better === 'model' ? colors.green : colors.yellow;

function nextLines({ verdict, target }: Result, { run, table, colors }: SummaryFacts): string[] {
  const targets = (typeof target === 'string' ? [target] : target).map(
    (name) => ` --target ${shellWord(name)}`,
  );
  const linear = `neumann train ${shellWord(table)}${targets.join('')} --set model.kind=linear`;
  return [
    colors.bold('Next'),
    `  neumann predict ${shellWord(run)} ${shellWord(table)}`,
    `  open ${shellWord(run)}/report.html`,
    ...(verdict && verdict.better !== 'model' ? [`  ${linear}`] : []),
  ];
}
