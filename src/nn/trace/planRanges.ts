import { printProgram, read, type Slot } from '../../tensor/index.ts';
import type { OptimizerSetting, ParameterRange } from './modelPlan.ts';
import { scalarNames } from './planStepSlots.ts';

/** The ranges the optimizer runs over: what decays and what doesn't, or all in one where it makes no difference to it. */
export function planRanges(decayed: number, total: number, optimizer?: OptimizerSetting): ParameterRange[] {
  const ranges = [
    { offset: 0, length: decayed, decayed: true },
    { offset: decayed, length: total - decayed, decayed: false },
  ].filter(({ length }) => length > 0);
  const one = ranges.length > 1 && optimizer !== undefined && !decayMatters(optimizer);
  return one ? [{ offset: 0, length: total, decayed: true }] : ranges;
}

/** Whether the formula is another one for parameters that decay; found by printing both. */
function decayMatters(optimizer: OptimizerSetting): boolean {
  return printUpdate(optimizer, true) !== printUpdate(optimizer, false);
}

function printUpdate({ definition, options }: OptimizerSetting, decayed: boolean): string {
  const slot = (name: string, shape: readonly number[]): Slot => ({
    block: name,
    name,
    offset: 0,
    shape,
    dtype: 'f32',
  });
  const reads = (names: readonly string[], shape: readonly number[]) =>
    Object.fromEntries(names.map((name) => [name, read(slot(name, shape))]));
  const { parameter, gradient } = reads(['parameter', 'gradient'], [1]);
  const state = reads(Object.keys(definition.state(options)), [1]);
  const scalar = reads(scalarNames({ definition, options }), []);
  const updated = definition.update({ parameter, gradient, state, scalar }, options, decayed);
  const states = Object.entries(updated.state).map(([name, value]) => ({ slot: slot(name, [1]), value }));
  const assignments = [{ slot: slot('updated', [1]), value: updated.parameter }, ...states];
  return printProgram({ name: 'update', assignments });
}
