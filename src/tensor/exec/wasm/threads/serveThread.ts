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
  let seen = 0;
  port.onMessage((message) => {
    switch (message.type) {
      case 'open': {
        const { memory } = message;
        session = { memory, buffer: memory.buffer, words: new Int32Array(memory.buffer, 0, 256) };
        part = message.part;
        programs = [];
        seen = 0;
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
        seen = work(session!.words, programs, seen);
    }
  });
}

/** Does what is commanded, until the command is to listen. `seen`: how many commands it has had. */
function work(words: Int32Array, programs: readonly Work[], seen: number): number {
  add(words, 'ready');
  for (let commands = seen + 1; ; commands++) {
    awaitCommand(words, commands);
    const command = Atomics.load(words, controls.command / 4);
    if (command === listen) return commands;
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

/** Returns when so many commands have been given. Looks for a while, then sleeps. */
function awaitCommand(words: Int32Array, commands: number): void {
  const [at, waiting] = [controls.commands / 4, controls.waiting / 4];
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(words, at) === commands) return;
  Atomics.add(words, waiting, 1);
  while (Atomics.load(words, at) !== commands) Atomics.wait(words, at, commands - 1);
  Atomics.sub(words, waiting, 1);
}
