/** Imported before a command: says on standard error when the process ends, how much processor time it has taken, and how much memory at most. */
export function tell(what) {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const at = performance.timeOrigin + performance.now();
  const told = { at, processor: (userCPUTime + systemCPUTime) / 1000, memory: 1024 * maxRSS };
  process.stderr.write(`\n${what}: ${JSON.stringify(told)}\n`);
}

process.on('exit', () => tell('end'));
