import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effects, Output, Signal } from '../../../src/cli/effects/effects.ts';
import { nodeFiles } from '../../../src/cli/effects/files.ts';
import { main } from '../../../src/cli/main.ts';

/** What a command left behind on its outputs. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly folder: string;
  readonly effects: Effects;
  /** Runs a command line in this process. */
  run(...argv: readonly string[]): Promise<Ended>;
  /** As a key press would send it. */
  signal(signal: Signal): void;
  /** Addresses shown in the browser. */
  readonly opened: readonly string[];
  remove(): void;
}

export interface WorldOptions {
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is different from Node's own files. */
  readonly files?: Partial<Effects['files']>;
}

/** A folder of its own, with outputs that are kept, for commands to run in. */
export function world(options: WorldOptions = {}): World {
  const { isTerminal = false, columns = 80, environment = {}, files } = options;
  const folder = mkdtempSync(join(tmpdir(), 'neumann-cli-'));
  const listeners = new Set<(signal: Signal) => void>();
  const written = { stdout: '', stderr: '' };
  const opened: string[] = [];
  const output = (name: keyof typeof written): Output => ({
    write: (text) => void (written[name] += text),
    flush: async () => {},
    closed: false,
    isTerminal,
    columns,
  });
  const effects: Effects = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    files: { ...nodeFiles, ...files },
    environment,
    folder,
    now: () => performance.now(),
    every(milliseconds, action) {
      const timer = setInterval(action, milliseconds);
      return () => clearInterval(timer);
    },
    onSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openBrowser: async (address) => void opened.push(address),
  };
  return {
    folder,
    effects,
    opened,
    async run(...argv) {
      written.stdout = written.stderr = '';
      const code = await main(argv, effects);
      return { code, ...written };
    },
    signal: (signal) => [...listeners].forEach((listener) => listener(signal)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
