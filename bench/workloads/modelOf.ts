import type { ModelSettings } from '../../src/nn/index.ts';
import type { Training } from './training.ts';

/** The seed of Neumann's runs in the bench. */
export const SEED = 1;

/** The net of a training as Neumann describes it. */
export function modelOf({
  sizes,
  hidden,
  output,
  loss,
  dropout,
}: Training): Pick<ModelSettings, 'model' | 'losses'> {
  const trunk = sizes
    .slice(1, -1)
    .flatMap((units) => [
      { name: 'dense', units },
      { name: 'activation', activation: { name: hidden } },
      ...(dropout > 0 ? [{ name: 'dropout', rate: dropout }] : []),
    ]);
  const activation = output === 'none' ? undefined : { name: output };
  const outputs = [{ name: 'y', units: sizes[sizes.length - 1], activation }];
  return {
    model: { input: { width: sizes[0], embeddings: [] }, trunk, outputs },
    losses: [{ output: 'y', name: loss }],
  };
}
