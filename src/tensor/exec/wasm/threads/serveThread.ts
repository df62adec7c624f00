import type { Blas } from '../../blas.ts';
import { controls, listen, spins } from './controls.ts';
import type { ThreadMessage } from './messages.ts';
import { type Work, workOf } from './stages.ts';

/** What a thread is in its own place: a worker's port, and how it opens the BLAS that the session uses. */
export interface ThreadPort {
  onMessage(listener: (message: ThreadMessage) => void): void;
  readonly openBlas?: (key: unknown) => Blas;
}

/** The life of a thread: it listens for a session and its programs, then works on them by command. */
export function serveThread(port: ThreadPort): void {
  let session:
    | { readonly words: Int32Array; readonly buffer: ArrayBufferLike; readonly memory: WebAssembly.Memory }
    | undefined;
  let programs: Work[] = [];
  let part = 0;
  let blas: Blas | undefined;
  port.onMessage((message) => {
    switch (message.type) {
      case 'open': {
        const { memory } = message;
        session = { memory, buffer: memory.buffer, words: new Int32Array(memory.buffer, 0, 256) };
        part = message.part;
        programs = [];
        return;
      }
      case 'program': {
        const { module, library } = message;
        if (library !== undefined) blas ??= port.openBlas?.(library);
        const { exports } = new WebAssembly.Instance(module, { env: { memory: session!.memory } });
        programs.push(workOf(message.stages, exports, session!.buffer, blas, part));
        return;
      }
      case 'work':
        work(session!.words, programs);
        return;
      case 'forget':
        session = undefined;
        programs = [];
    }
  });
}

/** Does what is commanded, until the command is to listen or the session is over. */
function work(words: Int32Array, programs: readonly Work[]): void {
  // Nothing is commanded before all threads are ready.
  let seen = load(words, 'commands');
  add(words, 'ready');
  for (;;) {
    seen = awaitCommand(words, seen);
    const command = load(words, 'command');
    if (command === listen || load(words, 'over') === 1) return;
    try {
      programs[command]();
    } catch {
      Atomics.store(words, controls.broken / 4, 1);
      Atomics.notify(words, controls.passed / 4);
    }
    add(words, 'finished');
  }
}

function add(words: Int32Array, control: keyof typeof controls): void {
  Atomics.add(words, controls[control] / 4, 1);
  Atomics.notify(words, controls[control] / 4);
}

function load(words: Int32Array, control: keyof typeof controls): number {
  return Atomics.load(words, controls[control] / 4);
}

/**
 * Returns how many commands have been given when they are not those that it has `seen`, or the session is over. Looks for a while, then
 * sleeps. The count passes from the largest number to the least, so nothing is reckoned with it.
 */
function awaitCommand(words: Int32Array, seen: number): number {
  const [at, waiting] = [controls.commands / 4, controls.waiting / 4];
  for (let spin = 0; spin < spins; spin++)
    if (Atomics.load(words, at) !== seen) return Atomics.load(words, at);
  Atomics.add(words, waiting, 1);
  while (Atomics.load(words, at) === seen && load(words, 'over') === 0) Atomics.wait(words, at, seen);
  Atomics.sub(words, waiting, 1);
  return Atomics.load(words, at);
}
