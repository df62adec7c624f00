/**
 * One contestant at one case, in a process of its own: `worker.ts <module> <kind> <folder of the case> <options>`. It opens the case,
 * says so, and then does what each request asks for; between requests it sleeps.
 */
import { createReadStream, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { readCaseFile } from './caseFile.ts';
import type { Kind, Open } from './contestant.ts';
import type { NumbersAnswer, Ready, Request, Timing } from './protocol.ts';

const [module, kind, folder, options] = process.argv.slice(2);
const contestant = (await import(pathToFileURL(module).href)) as Record<Kind, Open>;
const runner = await contestant[kind as Kind](readCaseFile(folder), JSON.parse(options) as never);

async function run(steps: number): Promise<Timing> {
  const usage = process.cpuUsage();
  const begin = performance.now();
  const running = runner.run(steps);
  const done = running instanceof Promise ? await running : running;
  const wall = 1000 * (performance.now() - begin);
  const { user, system } = process.cpuUsage(usage);
  const memory = 1024 * process.resourceUsage().maxRSS;
  return { steps: done ?? steps, wall, processor: user + system, memory };
}

async function numbers(): Promise<NumbersAnswer> {
  const { buffer, byteOffset, byteLength } = await runner.numbers();
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  return { numbers: text, about: runner.about?.() };
}

function answer(reply: Ready | Timing | NumbersAnswer): void {
  const bytes = Buffer.from(`${JSON.stringify(reply)}\n`);
  for (let at = 0; at < bytes.length;) at += writeSync(4, bytes, at);
}

answer({ ready: true });
for await (const line of createInterface({ input: createReadStream('', { fd: 3 }) })) {
  const request = JSON.parse(line) as Request;
  answer(request.do === 'run' ? await run(request.steps) : await numbers());
}
process.exit();
