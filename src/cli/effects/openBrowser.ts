const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Shows an address in the person's browser; where there is none to be found, nothing happens. */
export async function openBrowser(address: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [command, ...argv] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...argv, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
