import { createReferenceExecutor, formula, read, type Slot } from '../tensor/index.ts';

export type ScalarFormula = (values: Readonly<Record<string, number>>) => number;

const known = new Map<string, ScalarFormula>();

/**
 * A person's formula over plain numbers, in float64: for schedules and for what an optimizer works out once a step. Read
 * and assembled once for each text. Throws a `NeumannError('formula', ...)` where the text is wrong.
 */
export function scalarFormula(text: string, names: readonly string[]): ScalarFormula {
  const key = JSON.stringify([text, ...names]);
  const before = known.get(key);
  if (before) return before;
  const compiled = compile(text, names);
  known.set(key, compiled);
  return compiled;
}

function compile(text: string, names: readonly string[]): ScalarFormula {
  const slot = (name: string, block: string, offset: number): Slot => ({
    block,
    offset,
    shape: [],
    dtype: 'f32',
    name,
  });
  const inputs = names.map((name, i) => slot(name, 'inputs', i));
  const output = slot('result', 'result', 0);
  const value = formula(text, Object.fromEntries(inputs.map((input) => [input.name, read(input)])));
  const session = createReferenceExecutor().open([
    { name: 'inputs', dtype: 'f32', length: names.length },
    { name: 'result', dtype: 'f32', length: 1 },
  ]);
  session.add({ name: 'formula', assignments: [{ slot: output, value }] });
  const given = inputs.map((input) => session.view(input));
  const result = session.view(output);
  return (values) => {
    names.forEach((name, i) => (given[i][0] = values[name]));
    session.run('formula');
    return result[0];
  };
}
