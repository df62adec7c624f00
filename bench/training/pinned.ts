import { fork, spawnSync, type ChildProcess, type ForkOptions } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The last core: the first one is where most systems do their own work. */
const core = String(availableParallelism() - 1);

export const canPin = spawnSync('taskset', ['-c', core, 'true']).status === 0;

/** The command, bound to that core where the system can do that. */
export const pinned = (command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '-c', core, ...command] : command;

/** Starts a module in a process of its own, bound to one core where the system can do that. */
export function forkPinned(module: string, args: readonly string[], options: ForkOptions = {}): ChildProcess {
  const child = fork(module, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    ...options,
  });
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', core, String(child.pid)]);
  return child;
}

/** The next message; an error if the process ends instead. */
export function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`A process of the bench ended with code ${code}.`));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message as Message);
    });
  });
}
