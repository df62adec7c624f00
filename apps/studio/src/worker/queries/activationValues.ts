import type { Choice } from '../../../../../src/nn/define.ts';
import { builtInLibrary, resolveChoice } from '../../../../../src/nn/trace/index.ts';
import { read, type Executor, type Slot } from '../../../../../src/tensor/index.ts';

/** What an activation makes of a layer's sums [rows, units]; the sums themselves where there is none. */
export function activationValues(
  executor: Executor,
  choice: Choice | null,
  sums: Float32Array,
  units: number,
): ArrayLike<number> {
  if (!choice) return sums;
  const { definition, options } = resolveChoice('activation', builtInLibrary.activations, choice);
  const slotOf = (block: string): Slot => ({
    block,
    name: block,
    offset: 0,
    shape: [sums.length / units, units],
    dtype: 'f32',
  });
  const [input, output] = [slotOf('sums'), slotOf('values')];
  const session = executor.open(
    [input, output].map(({ block: name, dtype }) => ({ name, dtype, length: sums.length })),
  );
  try {
    const value = definition.apply(read(input), options);
    session.add({ name: 'activate', assignments: [{ slot: output, value }] });
    session.view(input).set(sums);
    session.run('activate');
    return session.view(output).slice();
  } finally {
    session.close();
  }
}
