import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Ended } from './world.ts';

const bin = fileURLToPath(new URL('../../../src/cli/bin.ts', import.meta.url));

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The command as a process of its own. */
export function start(
  folder: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, [bin, ...argv], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (written.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (written.stderr += data.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? -1 : 0), ...written })),
  );
  return { process: child, ended };
}

/** Looks again and again until something is so; fails when the process is over before. */
export async function until(started: Started, isSo: () => boolean): Promise<void> {
  let over = false;
  void started.ended.then(() => (over = true));
  while (!isSo()) {
    if (over) throw new Error(`It ended before: ${(await started.ended).stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
