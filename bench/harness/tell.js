/** Imported before a command: says on standard error when the process ends, and how much processor time it has taken. */
export function tell(what) {
  const { user, system } = process.cpuUsage();
  const at = performance.timeOrigin + performance.now();
  process.stderr.write(`\n${what}: ${JSON.stringify({ at, processor: (user + system) / 1000 })}\n`);
}

process.on('exit', () => tell('end'));
