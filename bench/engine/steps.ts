/**
 * Time of one training step (gradient, check, update) on one core, least of several rounds; and of planning.
 *
 *     npx node bench/engine/steps.ts [name] [--plan]
 */
import { createWasmExecutor } from '../../src/tensor/index.ts';
import { type Net, nets, open } from './nets.ts';

function measure(name: string, net: Net): void {
  const { session, programs, planning } = open(createWasmExecutor(), net);
  const names = programs.map((program) => program.name);
  if (process.argv.includes('--plan')) for (const program of names) console.log(session.describe(program));
  const step = (): void => {
    for (const program of names) session.run(program);
  };
  const until = performance.now() + 1000;
  while (performance.now() < until) for (let i = 0; i < 10; i++) step();
  let best = Infinity;
  for (let round = 0; round < 15; round++) {
    const begin = performance.now();
    let steps = 0;
    while (performance.now() - begin < 100) {
      for (let i = 0; i < 10; i++) step();
      steps += 10;
    }
    best = Math.min(best, (performance.now() - begin) / steps);
  }
  console.log(`${name}: ${(1000 * best).toFixed(2)} us a step, planned in ${planning.toFixed(1)} ms`);
  session.close();
}

const [wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const [name, net] of Object.entries(nets)) if (!wanted || name === wanted) measure(name, net);
