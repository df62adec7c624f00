import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Shows an address in the person's browser; where there is none to be found, nothing happens. */
export function openBrowser(address: string): void {
  const [command, ...argv] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...argv, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
