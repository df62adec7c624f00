import type { Effects, Output, Signal } from './effects.ts';
import { fileError, systemCode } from './fileError.ts';
import { nodeFiles } from './files.ts';
import { openBrowser } from './openBrowser.ts';

/** The world as it is: this process, its terminal, its files. */
export function nodeEffects(): Effects {
  return {
    stdout: outputOf(process.stdout, 'Standard output'),
    stderr: outputOf(process.stderr, 'Standard error'),
    files: nodeFiles,
    environment: process.env,
    folder: '',
    now: () => performance.now(),
    every(milliseconds, action) {
      const timer = setInterval(action, milliseconds);
      return () => clearInterval(timer);
    },
    onSignal,
    openBrowser,
  };
}

const signals: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function onSignal(listener: (signal: Signal) => void): () => void {
  signals.forEach((signal) => process.on(signal, listener));
  return () => signals.forEach((signal) => process.off(signal, listener));
}

/** A stream whose reader has gone takes everything silently; one that fails otherwise says so when it is flushed. */
function outputOf(stream: NodeJS.WriteStream, name: string): Output {
  let failure: Error | undefined;
  stream.on('error', (error: Error) => (failure ??= error));
  return {
    write: (text) => {
      if (failure === undefined) stream.write(text);
    },
    async flush() {
      if (failure === undefined) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      if (failure !== undefined && !isGone(failure)) throw fileError('write', name, failure);
    },
    get closed() {
      return failure !== undefined;
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

const isGone = (error: Error): boolean => ['EPIPE', 'ECONNRESET', 'EOF'].includes(systemCode(error) ?? '');
