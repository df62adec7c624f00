import { z } from 'zod';
import { broadcast, formula, type Tensor } from '../../tensor/index.ts';
import { defineUpdateOptimizer } from '../define.ts';
import { scalarFormula } from '../scalarFormula.ts';
import { learningRate, weightDecay, withDecay } from './options.ts';

const name = z
  .string()
  .regex(/^[a-z]\w*$/i, 'is a letter, then letters and digits')
  .describe('Its name in the formulas.');
const text = z.string().min(1);

const options = z
  .strictObject({
    learningRate: learningRate(1e-3),
    scalars: z
      .array(
        z.strictObject({ name, formula: text.describe('Of rate and t, the number of the step from 1.') }),
      )
      .default([])
      .describe("Numbers worked out once in each step, such as a bias correction '1 - 0.9^t'."),
    states: z
      .array(
        z.strictObject({
          name,
          initial: z.number().default(0).describe('What it is before the first step.'),
          formula: text.describe(
            'Of g, w, rate, t, the scalars and all states: those above are the new ones already.',
          ),
        }),
      )
      .default([])
      .describe("What is remembered for each weight, such as { name: 'v', formula: '0.9 * v + g' }."),
    parameter: text
      .default('w - rate * g')
      .describe("What becomes of each weight w, such as 'w - rate * v'; of all that the states know of."),
    weightDecay: weightDecay(0),
  })
  .refine((own) => new Set(namesOf(own)).size === namesOf(own).length, {
    error: 'scalars and states need names of their own, other than w, g, rate and t',
  });

interface Named {
  readonly scalars: readonly { readonly name: string }[];
  readonly states: readonly { readonly name: string }[];
}

function namesOf({ scalars, states }: Named): string[] {
  return ['w', 'g', 'rate', 't', ...[...scalars, ...states].map((own) => own.name)];
}

/**
 * An optimizer of one's own, given in a recipe. It is traced and fused like all the others; formulas are parsed, never
 * run as code. In TypeScript, `defineUpdateOptimizer` does the same.
 */
export const custom = defineUpdateOptimizer({
  kind: 'update',
  name: 'custom',
  summary:
    'An optimizer of your own, as formulas of each weight, its gradient and what you remember of them.',
  formula: 'w = the option `parameter`',
  options,
  state: ({ states }) => Object.fromEntries(states.map(({ name, initial }) => [name, initial])),
  scalars({ scalars }, { learningRate: rate, step: t }) {
    const own = scalars.map(({ name, formula }) => [
      name,
      scalarFormula(formula, ['rate', 't'])({ rate, t }),
    ]);
    return { rate, t, ...(Object.fromEntries(own) as Record<string, number>) };
  },
  update(tensors, { states, parameter, weightDecay }, decayed) {
    const w = tensors.parameter;
    const known: Record<string, Tensor> = {
      ...tensors.state,
      ...tensors.scalar,
      w,
      g: withDecay(tensors, { weightDecay }, decayed),
    };
    const state: Record<string, Tensor> = {};
    for (const own of states) {
      state[own.name] = broadcast(formula(own.formula, known), w.shape);
      known[own.name] = state[own.name];
    }
    return { parameter: broadcast(formula(parameter, known), w.shape), state };
  },
});
