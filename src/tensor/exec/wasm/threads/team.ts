import { NeumannError } from '../../../../errors.ts';
import type { Thread, Threads } from '../../threads.ts';
import { controls, listen } from './controls.ts';
import type { ProgramMessage, ThreadMessage } from './messages.ts';

/** The threads that work on one session's programs, beside the one that runs them. */
export class Team {
  readonly #threads: readonly Thread[];
  readonly #words: Int32Array;
  readonly #patience: number;
  #programs = 0;
  #listening = true;
  /** How many times threads will have finished a command; it goes round as the count in memory does. */
  #finished = 0;
  #ended = false;
  #closed = false;
  readonly #dead = new Set<Thread>();

  /** `threads`: those beside this one. */
  constructor(threads: readonly Thread[], memory: WebAssembly.Memory, patience: number) {
    this.#patience = patience;
    this.#words = new Int32Array(memory.buffer, 0, 256);
    this.#threads = threads;
    threads.forEach((thread, at) => {
      thread.onEnd(() => {
        this.#dead.add(thread);
        this.#end();
      });
      thread.post({ type: 'open', memory, part: at + 1 } satisfies ThreadMessage);
    });
  }

  /** `count`: all threads together, this one too. Undefined if there are not so many that have no work. */
  static hire(host: Threads, count: number, memory: WebAssembly.Memory, patience: number): Team | undefined {
    const threads: Thread[] = [];
    while (threads.length < count - 1) {
      const thread = host.hire();
      if (!thread) {
        for (const each of threads) each.dismiss();
        return undefined;
      }
      threads.push(thread);
    }
    return new Team(threads, memory, patience);
  }

  /** `messageFor`: the program as a thread gets it, by its number. Gives the program's number. */
  add(messageFor: (part: number) => ProgramMessage): number {
    this.#listen();
    this.#threads.forEach((thread, at) => thread.post(messageFor(at + 1)));
    return this.#programs++;
  }

  /** Runs a program on all threads; `own` is this one's part. Gives what `own` gives. */
  run(program: number, own: () => number): number {
    if (this.#ended) throw ended();
    if (this.#listening) this.#work();
    this.#command(program);
    this.#finished = (this.#finished + this.#threads.length) | 0;
    const status = this.#own(own);
    if (status === 0) return 0;
    if (status < 0) throw this.#fail();
    this.#release();
    return status;
  }

  #own(own: () => number): number {
    try {
      return own();
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** The session is over: threads go back to where they were hired, those that outlive a failure too. */
  close(): void {
    if (this.#closed) return;
    if (!this.#ended) this.#listen();
    this.#closed = this.#ended = true;
    for (const thread of this.#threads) {
      if (this.#dead.has(thread)) continue;
      thread.post({ type: 'forget' } satisfies ThreadMessage);
      thread.dismiss();
    }
  }

  #command(command: number): void {
    this.#store('command', command);
    Atomics.add(this.#words, controls.commands / 4, 1);
    if (this.#load('waiting') > 0) Atomics.notify(this.#words, controls.commands / 4);
  }

  #listen(): void {
    if (!this.#listening) this.#command(listen);
    this.#listening = true;
  }

  #work(): void {
    const ready = (this.#load('ready') + this.#threads.length) | 0;
    for (const thread of this.#threads) thread.post({ type: 'work' } satisfies ThreadMessage);
    if (!this.#await('ready', ready)) throw this.#fail();
    this.#finished = this.#load('finished');
    this.#listening = false;
  }

  /** This thread ended early: the others are let go from their barrier, and all begin anew with the next run. */
  #release(): void {
    this.#store('broken', 1);
    Atomics.notify(this.#words, controls.passed / 4);
    if (!this.#await('finished', this.#finished)) throw this.#fail();
    this.#store('arrived', 0);
    this.#store('broken', 0);
  }

  #fail(): NeumannError {
    this.#end();
    return ended();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#store('over', 1);
    this.#store('broken', 1);
    Atomics.notify(this.#words, controls.passed / 4);
    Atomics.add(this.#words, controls.commands / 4, 1);
    Atomics.notify(this.#words, controls.commands / 4);
  }

  /** Blocks until a count is reached; false if that takes too long. */
  #await(control: 'ready' | 'finished', count: number): boolean {
    const end = performance.now() + this.#patience;
    for (let now = this.#load(control); now !== count; now = this.#load(control)) {
      if (performance.now() > end) return false;
      Atomics.wait(this.#words, controls[control] / 4, now, 50);
    }
    return true;
  }

  #load(control: keyof typeof controls): number {
    return Atomics.load(this.#words, controls[control] / 4);
  }

  #store(control: keyof typeof controls, value: number): void {
    Atomics.store(this.#words, controls[control] / 4, value);
  }
}

function ended(): NeumannError {
  const text = 'A thread that computed a part of the work has ended before its time, so the run stops here.';
  return new NeumannError('threads', text);
}
