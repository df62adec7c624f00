import { describe, expect, it } from 'vitest';
import { openForTest } from '../../../../worker/queries/deskForTest.ts';
import { reportStep, type StepReport } from '../../../../worker/queries/stepReport.ts';
import { stepFormula, type Pick } from './stepFormulas.ts';

/** What the numbers of a formula come to: a person would work it out on paper. Only + - * / ( ) exp and log occur. */
function workedOut(numbers: string): { readonly left: number; readonly right: number } {
  const [left, right] = numbers
    .split(' = ')
    .map((side) =>
      side
        .replaceAll('−', '-')
        .replaceAll('·', '*')
        .replaceAll('exp', 'Math.exp')
        .replaceAll('log ', '1 * LOG ')
        .replaceAll('tanh', 'Math.tanh'),
    );
  const evaluate = (text: string): number => {
    const log = /^-1 \* LOG (.*)$/.exec(text);
    // Arithmetic that this test itself has written.
    // oxlint-disable-next-line typescript/no-implied-eval
    return log ? -Math.log(evaluate(log[1])) : (Function(`return ${text}`)() as number);
  };
  return { left: evaluate(left), right: evaluate(right) };
}

/** Numbers are shown with four digits: so far a sum of a few of them may be off. */
const near = (report: StepReport, row: number, pick: Pick) => {
  const { formula, numbers } = stepFormula(report, row, pick)!;
  const { left, right } = workedOut(numbers);
  expect(formula.length).toBeGreaterThan(2);
  expect(Math.abs(left - right)).toBeLessThan(2e-3 * Math.max(1, Math.abs(right)));
};

describe('the formula of a number in an opened step, with its numbers', () => {
  it('comes to that number', async () => {
    const run = await openForTest({
      model: { hidden: [3] },
      batches: { size: 4 },
      optimizer: { name: 'sgd', learningRate: 0.3 },
    });
    run.advance({ steps: 30 });
    const report = reportStep(run);
    for (const row of [0, 3]) {
      for (const unit of [0, 2]) {
        near(report, row, { of: 'value', stage: 1, unit });
        near(report, row, { of: 'value', stage: 2, unit });
        near(report, row, { of: 'gradient', stage: 1, unit });
        near(report, row, { of: 'gradient', stage: 2, unit });
      }
      near(report, row, { of: 'value', stage: 3, unit: 1 });
      near(report, row, { of: 'gradient', stage: 3, unit: 1 });
      near(report, row, { of: 'probability', unit: 1 });
      near(report, row, { of: 'rowLoss' });
      near(report, row, { of: 'total' });
    }
    report.parameters.forEach((_, parameter) => {
      near(report, 0, { of: 'slope', parameter, row: 0, column: 1 });
      near(report, 0, { of: 'after', parameter, row: 0, column: 1 });
    });
  });

  it('tells what momentum and Adam remember', async () => {
    const momentum = await openForTest({ optimizer: { name: 'momentum', learningRate: 0.1 } });
    momentum.advance({ steps: 3 });
    const moved = stepFormula(reportStep(momentum), 0, { of: 'after', parameter: 0, row: 0, column: 0 })!;
    const [velocity, weight] = moved.numbers
      .split(';  ')
      .map((part) => workedOut(part.replace(/^[vw] = /, '')));
    expect(velocity.left).toBeCloseTo(velocity.right, 2);
    expect(weight.left).toBeCloseTo(weight.right, 2);
    const adam = await openForTest({ optimizer: { name: 'adam', learningRate: 0.01 } });
    adam.advance({ steps: 3 });
    const told = stepFormula(reportStep(adam), 0, { of: 'after', parameter: 0, row: 0, column: 0 })!;
    expect(told.formula).toContain('beta1');
    expect(told.numbers).toMatch(/^g = .*mean: .* → .*squares: .* → .*w: .* → /);
  });
});
