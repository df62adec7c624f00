import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root, where every script works. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly ok: boolean;
  /** Both streams, in the order they were written only within each. */
  readonly output: string;
}

/** Runs a command line by the system's shell at `directory`, with the repository's own tools first on the PATH. */
export function run(command: string, options: { directory?: string; show?: boolean } = {}): Outcome {
  const result = spawnSync(command, {
    cwd: options.directory ?? root,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}
