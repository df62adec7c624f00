import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const bench = join(import.meta.dirname, '..');

/** Of a lockfile, each package's place and version; npm keeps one of the kind in `node_modules` of what it has installed. */
function packagesOf(path: string): string {
  try {
    const { packages } = JSON.parse(readFileSync(join(bench, path), 'utf8')) as Lockfile;
    const places = Object.entries(packages).filter(([place]) => place !== '');
    return places.map(([place, { version }]) => `${place} ${version}`).join('\n');
  } catch {
    return '';
  }
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** Installs the JavaScript rivals where they are not there as the lockfile says; without a network the bench goes on without them. */
export function installRivals(): void {
  if (packagesOf('package-lock.json') === packagesOf('node_modules/.package-lock.json')) return;
  process.stderr.write('Installing the JavaScript rivals...\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'ignore' });
  if (status !== 0)
    process.stderr.write('They could not be installed; going on with those that are there.\n');
}
