import { gradientProgram, planModel } from '../../src/nn/index.ts';
import { hash32, philox4x32, seedWords } from '../../src/numeric/index.ts';
import { sizeOf, topologicalOrder } from '../../src/tensor/index.ts';
import { modelOf, SEED } from './modelOf.ts';
import type { Training } from './training.ts';

/**
 * What Neumann keeps (1) and drops (0) in its first steps: by the definition of its random numbers, a function of seed, step and
 * the name of the stream. Contestants with random numbers of their own take these while results are compared.
 */
export function dropoutMasks(training: Training): Uint8Array<ArrayBuffer> {
  const { rows, comparedSteps, dropout } = training;
  const program = gradientProgram(planModel({ ...modelOf(training), rows }), { rows });
  const draws = topologicalOrder(program.assignments.map(({ value }) => value)).filter(
    ({ op }) => op === 'random',
  );
  const streams = draws.map(({ attributes, shape }) => ({
    name: attributes.stream as string,
    length: sizeOf(shape),
  }));
  const steps = Array.from({ length: comparedSteps }, (_, index) => index + 1);
  const masks = steps.flatMap((step) =>
    streams.map(({ name, length }) => maskOf(name, length, step, dropout)),
  );
  const all = new Uint8Array(masks.reduce((sum, mask) => sum + mask.length, 0));
  masks.reduce((at, mask) => (all.set(mask, at), at + mask.length), 0);
  return all;
}

function maskOf(stream: string, length: number, step: number, rate: number): Uint8Array {
  const [low, high] = seedWords(SEED);
  const words = new Uint32Array(4);
  const name = hash32(stream);
  return Uint8Array.from({ length }, (_, i) => {
    if (i % 4 === 0) philox4x32(i / 4, name, step, 0, low, high, words);
    return (words[i % 4] >>> 8) * 2 ** -24 >= rate ? 1 : 0;
  });
}
