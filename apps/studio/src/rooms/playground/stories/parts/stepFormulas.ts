import { numberText } from '../../../../charts/numberText.ts';
import type { Matrix, ParameterReport, Stage, StepReport } from '../../../../worker/queries/stepReport.ts';

/** What is pointed at in an opened step. */
export type Pick =
  | { readonly of: 'value' | 'gradient'; readonly stage: number; readonly unit: number }
  | { readonly of: 'probability'; readonly unit: number }
  | { readonly of: 'rowLoss' | 'total' }
  | {
      readonly of: 'slope' | 'after';
      readonly parameter: number;
      readonly row: number;
      readonly column: number;
    };

/** A formula, and the same with its numbers. */
export interface StepFormula {
  readonly formula: string;
  readonly numbers: string;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const sub = (number: number): string =>
  String(number + 1).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]);
const say = (value: number): string => numberText(value, 4);
/** In a product or a sum a negative number needs its brackets. */
const factor = (value: number): string => (value < 0 ? `(${say(value)})` : say(value));
const at = ({ columns, values }: Matrix, row: number, column: number): number =>
  values[row * columns + column];

/** Terms written out; the rest of a long sum stands as dots. */
const MOST_TERMS = 6;
const product = (a: number, b: number): string => `${factor(a)} · ${factor(b)}`;
function written(terms: readonly string[]): string {
  const shown = terms.slice(0, MOST_TERMS).join(' + ');
  return terms.length > MOST_TERMS ? `${shown} + …` : shown;
}

/** Where a number of the step comes from; undefined where there is no short formula for it. */
export function stepFormula(report: StepReport, row: number, pick: Pick): StepFormula | undefined {
  switch (pick.of) {
    case 'value':
      return valueFormula(report, row, pick.stage, pick.unit);
    case 'gradient':
      return gradientFormula(report, row, pick.stage, pick.unit);
    case 'probability':
      return probabilityFormula(report, row, pick.unit);
    case 'rowLoss':
      return rowLossFormula(report, row);
    case 'total':
      return totalFormula(report);
    case 'slope':
      return slopeFormula(report, report.parameters[pick.parameter], pick);
    case 'after':
      return updateFormula(report, report.parameters[pick.parameter], pick);
  }
}

/** `dense1.weight` of the layer `dense1`; the output's stand below `output.`. */
function parameterOf(report: StepReport, { label, kind }: Stage, name: string): ParameterReport | undefined {
  const scope = kind === 'output' ? `output.${label}` : label;
  return report.parameters.find((parameter) => parameter.name === `${scope}.${name}`);
}

const isSum = ({ kind }: Stage): boolean => kind === 'dense' || kind === 'output';

function valueFormula(report: StepReport, row: number, index: number, unit: number): StepFormula | undefined {
  const stage = report.stages[index];
  const value = at(stage.values, row, unit);
  const before = report.stages[index - 1];
  if (!before) return undefined;
  if (isSum(stage) && stage.activation === null) {
    const weight = parameterOf(report, stage, 'weight');
    const bias = parameterOf(report, stage, 'bias');
    if (!weight) return undefined;
    const terms = Array.from({ length: before.values.columns }, (_, input) =>
      product(at(before.values, row, input), at(weight.before, input, unit)),
    );
    const start = bias ? [say(bias.before.values[unit])] : [];
    return {
      formula: `z${sub(unit)} = b${sub(unit)} + Σᵢ aᵢ · wᵢ${sub(unit)}`,
      numbers: `${written([...start, ...terms])} = ${say(value)}`,
    };
  }
  const own = at(before.values, row, unit);
  if (stage.kind === 'activation' && stage.activation)
    return {
      formula: `a${sub(unit)} = ${stage.activation}(z${sub(unit)})`,
      numbers: `${stage.activation}(${say(own)}) = ${say(value)}`,
    };
  if (stage.kind === 'dropout')
    return {
      formula: `a${sub(unit)} · mask / (1 − rate)`,
      numbers:
        value === 0 && own !== 0
          ? `${say(own)} · 0 = 0`
          : `${say(own)} · ${say(own === 0 ? 1 : value / own)} = ${say(value)}`,
    };
  return undefined;
}

function probabilityFormula(
  { stages, probabilities }: StepReport,
  row: number,
  unit: number,
): StepFormula | undefined {
  if (!probabilities) return undefined;
  const raw = stages[stages.length - 1].values;
  const value = at(probabilities, row, unit);
  if (raw.columns === 1)
    return {
      formula: 'p = 1 / (1 + exp(−z))',
      numbers: `1 / (1 + exp(${say(-at(raw, row, 0))})) = ${say(value)}`,
    };
  const all = Array.from({ length: raw.columns }, (_, other) => `exp(${say(at(raw, row, other))})`);
  return {
    formula: `p${sub(unit)} = exp(z${sub(unit)}) / Σⱼ exp(zⱼ)`,
    numbers: `exp(${say(at(raw, row, unit))}) / (${written(all)}) = ${say(value)}`,
  };
}

function rowLossFormula(
  { losses, probabilities, stages, targets }: StepReport,
  row: number,
): StepFormula | undefined {
  const [loss] = losses;
  const name = loss.label.slice(loss.label.indexOf('.') + 1);
  const value = loss.rows[row];
  const target = targets[row];
  if (name === 'crossEntropy' && probabilities && probabilities.columns > 1)
    return {
      formula: `−log p${sub(target)}`,
      numbers: `−log ${say(at(probabilities, row, target))} = ${say(value)}`,
    };
  const raw = at(stages[stages.length - 1].values, row, 0);
  if (name === 'meanSquaredError')
    return { formula: '(y − t)²', numbers: `with y = ${say(raw)}: ${say(value)}` };
  if (name === 'meanAbsoluteError')
    return { formula: '|y − t|', numbers: `with y = ${say(raw)}: ${say(value)}` };
  return { formula: name, numbers: say(value) };
}

function totalFormula({ losses, penalty, total, rows }: StepReport): StepFormula {
  const means = losses.map(({ weight, rows: each }) => {
    const mean = `(${written(Array.from(each, say))}) / ${rows.length}`;
    return weight === 1 ? mean : `${say(weight)} · ${mean}`;
  });
  const terms = penalty === 0 ? means : [...means, say(penalty)];
  return {
    formula: penalty === 0 ? 'L = 1/n · Σ loss' : 'L = 1/n · Σ loss + penalty',
    numbers: `${terms.join(' + ')} = ${say(total)}`,
  };
}

function gradientFormula(
  report: StepReport,
  row: number,
  index: number,
  unit: number,
): StepFormula | undefined {
  const { stages, probabilities, losses, targets, rows } = report;
  const stage = stages[index];
  const value = at(stage.gradient, row, unit);
  const next = stages[index + 1];
  if (!next) {
    const isCrossEntropy =
      losses.length === 1 && losses[0].label.endsWith('.crossEntropy') && losses[0].weight === 1;
    if (!isCrossEntropy || !probabilities) return undefined;
    const wanted = targets[row] === unit ? 1 : 0;
    return {
      formula: `∂L/∂z${sub(unit)} = (p${sub(unit)} − t${sub(unit)}) / n`,
      numbers: `(${say(at(probabilities, row, unit))} − ${wanted}) / ${rows.length} = ${say(value)}`,
    };
  }
  const behind = at(next.gradient, row, unit);
  if (isSum(next)) {
    const weight = parameterOf(report, next, 'weight');
    if (!weight) return undefined;
    const terms = Array.from({ length: next.values.columns }, (_, output) =>
      product(at(weight.before, unit, output), at(next.gradient, row, output)),
    );
    return {
      formula: `∂L/∂a${sub(unit)} = Σⱼ w${sub(unit)}ⱼ · ∂L/∂zⱼ`,
      numbers: `${written(terms)} = ${say(value)}`,
    };
  }
  if (next.kind === 'activation' && next.activation) {
    const slope = behind === 0 ? Number.NaN : value / behind;
    return {
      formula: `∂L/∂z${sub(unit)} = ∂L/∂a${sub(unit)} · ${next.activation}′(z${sub(unit)})`,
      numbers: `${say(behind)} · ${factor(Number.isNaN(slope) ? 0 : slope)} = ${say(value)}`,
    };
  }
  return undefined;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The stage that a parameter's layer makes, and the one it is made from. */
function stagesOf({ stages }: StepReport, { name }: ParameterReport): readonly [Stage, Stage] | undefined {
  const scope = name.slice(0, name.lastIndexOf('.'));
  const index = stages.findIndex(
    ({ label, kind }) => scope === (kind === 'output' ? `output.${label}` : label),
  );
  return index > 0 ? [stages[index - 1], stages[index]] : undefined;
}

function slopeFormula(
  report: StepReport,
  parameter: ParameterReport,
  { row, column }: Cell,
): StepFormula | undefined {
  const found = stagesOf(report, parameter);
  const value = at(parameter.gradient, row, column);
  if (!found || !isSum(found[1]) || found[1].activation !== null) return undefined;
  const [before, sums] = found;
  const count = sums.values.rows;
  const isWeight = parameter.name.endsWith('.weight');
  if (!isWeight && !parameter.name.endsWith('.bias')) return undefined;
  const terms = Array.from({ length: count }, (_, each) => {
    const slope = at(sums.gradient, each, column);
    return isWeight ? product(at(before.values, each, row), slope) : factor(slope);
  });
  const rest = report.penalty !== 0 && parameter.decayed ? ' + ∂penalty/∂w' : '';
  return {
    formula: isWeight
      ? `∂L/∂w${sub(row)}${sub(column)} = Σ a${sub(row)} · ∂L/∂z${sub(column)}${rest}`
      : `∂L/∂b${sub(column)} = Σ ∂L/∂z${sub(column)}${rest}`,
    numbers: `${written(terms)}${rest === '' ? '' : ' + …'} = ${say(value)}`,
  };
}

/** The optimizer's own formula with this weight's numbers, for the plainest ones; for others the formula and what came of it. */
function updateFormula(
  { optimizer }: StepReport,
  parameter: ParameterReport,
  { row, column }: Cell,
): StepFormula {
  const index = row * parameter.before.columns + column;
  const before = parameter.before.values[index];
  const after = parameter.after.values[index];
  const slope = parameter.gradient.values[index];
  const state = Object.fromEntries(
    parameter.state.map(({ name, before: was, after: is }) => [name, [was.values[index], is.values[index]]]),
  );
  const rate = optimizer.scalars['learningRate'] ?? optimizer.learningRate;
  const decay = parameter.decayed && Number(optimizer.options['weightDecay'] ?? 0) > 0;
  const plain = !decay && optimizer.gradientNorm === null;
  const moved = state['velocity'];
  if (plain && optimizer.name === 'sgd' && !moved)
    return {
      formula: 'w = w − rate · g',
      numbers: `${say(before)} − ${product(rate, slope)} = ${say(after)}`,
    };
  if (plain && moved && optimizer.name !== 'nesterov' && optimizer.options['nesterov'] !== true) {
    const momentum = optimizer.scalars['momentum'];
    return {
      formula: 'v = momentum · v + g;  w = w − rate · v',
      numbers: `v = ${product(momentum, moved[0])} + ${factor(slope)} = ${say(moved[1])};  w = ${say(before)} − ${product(rate, moved[1])} = ${say(after)}`,
    };
  }
  const states = Object.entries(state).map(([name, [was, is]]) => `${name}: ${say(was)} → ${say(is)}`);
  return {
    formula: optimizer.formula,
    numbers: [`g = ${say(slope)}`, ...states, `w: ${say(before)} → ${say(after)}`].join(';  '),
  };
}
