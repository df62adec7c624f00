import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { isPython, type Contestant, type Kind } from './contestant.ts';
import { environmentOf, pinned } from './environment.ts';
import type { NumbersAnswer, Ready, Request, Timing } from './protocol.ts';
import type { Python } from './python.ts';

/** What stops a process between its turns, where the system can. */
const STOP = constants.signals.SIGSTOP === undefined ? undefined : 'SIGSTOP';
const running = new Set<ChildProcess>();

/** A stopped process would not notice that the bench is over, however that ends. */
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

/** A contestant at one case, in a process of its own. */
export class ContestantProcess {
  readonly contestant: Contestant;
  /** What it said of the libraries it runs on. */
  about: string | undefined;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  #errors = '';

  private constructor(contestant: Contestant, child: ChildProcess) {
    this.contestant = contestant;
    this.#child = child;
    this.#reader = createInterface({ input: child.stdio[4] as Readable });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    child.stderr!.on(
      'data',
      (text: Buffer) => (this.#errors = (this.#errors + text.toString()).slice(-4000)),
    );
  }

  /** Opens the case that lies in `folder`. */
  static async start(
    contestant: Contestant,
    { kind, folder, python }: { readonly kind: Kind; readonly folder: string; readonly python: Python },
  ): Promise<ContestantProcess> {
    const child = spawnWorker(contestant, [kind, folder, JSON.stringify(contestant.options ?? {})], python);
    const started = new ContestantProcess(contestant, child);
    running.add(child);
    child.once('exit', () => running.delete(child));
    await started.#next<Ready>();
    return started;
  }

  run(steps: number): Promise<Timing> {
    return this.#ask<Timing>({ do: 'run', steps });
  }

  async numbers(): Promise<Float32Array> {
    const { numbers, about } = await this.#ask<NumbersAnswer>({ do: 'numbers' });
    this.about = about;
    return new Float32Array(Uint8Array.from(Buffer.from(numbers, 'base64')).buffer);
  }

  close(): void {
    this.#reader.close();
    this.#child.kill('SIGKILL');
  }

  /** Until `wake`: threads that spin, timers and collectors of one would be at work on the cores of another. */
  sleep(): void {
    if (STOP) this.#child.kill(STOP);
  }

  wake(): void {
    if (STOP) this.#child.kill('SIGCONT');
  }

  #ask<Answer>(request: Request): Promise<Answer> {
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify(request)}\n`);
    return this.#next<Answer>();
  }

  async #next<Answer>(): Promise<Answer> {
    const { value, done } = (await this.#lines.next()) as IteratorResult<string, undefined>;
    if (!done) return JSON.parse(value) as Answer;
    throw new Error(lastLine(this.#errors) ?? 'its process ended without a word');
  }
}

function spawnWorker(contestant: Contestant, args: readonly string[], python: Python): ChildProcess {
  const program = isPython(contestant) ? [python.path!, 'worker.py'] : [process.execPath, 'worker.ts'];
  const module = join(import.meta.dirname, '..', 'contestants', contestant.module);
  const command = [program[0], join(import.meta.dirname, program[1]), module, ...args];
  const [file, ...rest] = (contestant.threads ?? 1) === 1 ? pinned(command) : command;
  const environment = isPython(contestant)
    ? { ...python.environment, ...contestant.environment }
    : contestant.environment;
  return spawn(file, rest, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: environmentOf({ ...contestant, environment }),
  });
}

/** Of an error's text the line that says what it was. */
function lastLine(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /^(\w*Error|\w+Exception)\b/.test(line)) ?? lines.findLast((line) => line !== '')
  );
}
