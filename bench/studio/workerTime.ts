import { readdirSync, readFileSync } from 'node:fs';

/** A tick of the counters in /proc, in seconds. */
const TICK = 0.01;

/**
 * Processor time that workers of this process's browsers have had, in seconds: what other programs do meanwhile does not count. Read from
 * /proc, so on Linux alone; undefined elsewhere.
 */
export function workerTime(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const own = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isBelow(name));
  return own.flatMap(threadsOf).reduce((sum, seconds) => sum + seconds, 0);
}

function isBelow(process_: string): boolean {
  for (let at: string | undefined = process_; at && at !== '0'; at = fields(`/proc/${at}/stat`)?.[1])
    if (at === String(process.pid)) return true;
  return false;
}

function threadsOf(pid: string): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const path = `/proc/${pid}/task/${thread}`;
      if (!readFileSync(`${path}/comm`, 'utf8').startsWith('DedicatedWorker')) return [];
      const stat = fields(`${path}/stat`)!;
      return [(Number(stat[11]) + Number(stat[12])) * TICK];
    });
  } catch {
    return [];
  }
}

/** What stands behind the name, which may hold anything; undefined where the process is gone. */
function fields(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return undefined;
  }
}
