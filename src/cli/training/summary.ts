import { engineText, type Result } from '../../train/index.ts';
import type { Colors } from '../effects/colors.ts';
import { durationText } from '../format/duration.ts';
import { intervalText, metricText, scoreTitle } from '../format/score.ts';
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
    ...names.map((name) => paint(metricText(name, scores?.[prefix + name]))),
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

/** The task's metrics, as far as there are any. The loss is for the report: beside them it says little. */
function namesOf({ train, test }: Result, prefix: string): string[] {
  const there = { ...train, ...test };
  return [...metrics.classification, ...metrics.regression].filter((name) => prefix + name in there);
}

function intervalRow({ testIntervals }: Result, names: readonly string[], colors: Colors): string[] {
  const cells = names.map((name) => intervalText(name, testIntervals[name]));
  return ['  95 % interval', ...cells].map((cell) => colors.dim(cell));
}

function endText({ stopped, best, epochs, seconds, engine }: Result): string {
  const restored = best.epoch === epochs ? '' : ` The weights are those of epoch ${best.epoch}.`;
  return `${stopped.text}${restored} It took ${durationText(seconds)} in ${engineText(engine)}.`;
}

function warningLines({ warnings }: Result, width: number, colors: Colors): string[] {
  return warnings.map(({ text }) => bullet(colors.yellow('!'), text, width));
}

const verdictColor = ({ verdict }: Result, colors: Colors) =>
  verdict?.better === 'model' ? colors.green : colors.yellow;

/** Where to look, and what a person may want to type now. */
function nextLines(result: Result, { run, table, colors }: SummaryFacts): string[] {
  const { verdict } = result;
  const targets = targetsOf(result).map((name) => ` --target ${shellWord(name)}`);
  const isBeaten = verdict !== null && verdict.better !== 'model';
  const lines = [
    ['look', `${run}/report.html`],
    ['predict', `neumann predict ${shellWord(run)} ${shellWord(table)}`],
    isBeaten
      ? ['linear', `neumann train ${shellWord(table)}${targets.join('')} --set model.kind=linear`]
      : ['ship', `neumann export ${shellWord(run)} --to predictor.ts`],
  ];
  return lines.map(([what, how]) => `  ${colors.dim(what.padEnd(7))}  ${how}`);
}
