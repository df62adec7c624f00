/**
 * Time of planning and compiling the gradient program of deeper and deeper nets, in a process that has warmed up, and in one that
 * has not (first line).
 *
 *     npx node bench/engine/planning.ts
 */
import { gradientProgram, type ModelSettings, planModel } from '../../src/nn/index.ts';
import { createWasmExecutor } from '../../src/tensor/index.ts';

function settingsOf(layers: number): ModelSettings {
  const trunk = Array.from({ length: layers }, () => [
    { name: 'dense', units: 64 },
    { name: 'batchNorm' },
    { name: 'activation', activation: { name: 'gelu' } },
    { name: 'dropout', rate: 0.1 },
  ]).flat();
  return {
    model: { input: { width: 30, embeddings: [] }, trunk, outputs: [{ name: 'y', units: 5 }] },
    rows: 64,
    losses: [{ output: 'y', name: 'crossEntropy' }],
  };
}

for (const layers of [3, 3, 3, 3, 10, 30]) {
  const plan = planModel(settingsOf(layers));
  const program = gradientProgram(plan, { rows: 64 });
  const session = createWasmExecutor().open(plan.layout);
  const begin = performance.now();
  session.add(program);
  const time = performance.now() - begin;
  const calls = session.describe(program.name).split('\n')[0];
  console.log(`${layers} layers with batch norm, gelu and dropout: ${time.toFixed(1)} ms (${calls})`);
  session.close();
}
