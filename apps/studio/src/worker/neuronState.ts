import { activations } from '../../../../src/nn/activations/index.ts';
import type { ActivationDefinition, Choice } from '../../../../src/nn/define.ts';
import { resolveChoice } from '../../../../src/nn/trace/index.ts';

/** What an activation gives for a row, as far as learning goes: with no slope nothing is learned. */
export type NeuronState = 'dead' | 'saturated' | 'active';

/** So near an end, as a share of the range, tanh and sigmoid have 8 % of their steepest slope left. */
const NEAR = 0.02;

/**
 * Tells from an activation's value what becomes of the row's gradient: dead where a rectifier gives its 0, saturated near the ends of a
 * bounded activation (at them, where it has corners) or near what elu goes to. Null: none that is known; always active.
 */
export function neuronStates(choice: Choice | null): (value: number) => NeuronState {
  if (!choice || !Object.hasOwn(activations, choice.name)) return () => 'active';
  const known: Readonly<Record<string, ActivationDefinition<unknown>>> = activations;
  const { definition, options } = resolveChoice('activation', known, choice);
  const floor = definition.floor?.(options);
  const [low, high] = endsOf(definition.range?.(options), floor, definition.sharp ? 0 : NEAR);
  return (value) =>
    floor === 0 && value === 0 ? 'dead' : value <= low || value >= high ? 'saturated' : 'active';
}

/** Values at which and beyond which it is saturated; `near` an end is a share of the range. */
function endsOf(
  range: readonly [number, number] | undefined,
  floor: number | undefined,
  near: number,
): readonly [number, number] {
  // What has a floor alone is taken to reach as far above 0.
  const [bottom, top] = range ?? (floor ? [floor, -floor] : [-Infinity, Infinity]);
  const margin = near * (range || floor ? top - bottom : 0);
  return [
    floor === 0 ? -Infinity : Math.fround(bottom) + margin,
    range ? Math.fround(top) - margin : Infinity,
  ];
}
