import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const bench = join(import.meta.dirname, '..');

/** Installs the JavaScript rivals where they are not there or not as the lockfile says; without a network the bench goes on without them. */
export function installRivals(): void {
  const installed = join(bench, 'node_modules', '.package-lock.json');
  const lock = join(bench, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Installing the JavaScript rivals...\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'ignore' });
  if (status !== 0)
    process.stderr.write('They could not be installed; going on with those that are there.\n');
}
