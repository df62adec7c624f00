import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const readJson = <T>(name: string): T => JSON.parse(readFileSync(path(name), 'utf8')) as T;

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
  readonly exports: Record<string, string | Record<string, string>>;
}
interface Lock {
  readonly packages: Record<
    string,
    {
      version?: string;
      hasInstallScript?: boolean;
      optional?: boolean;
      dev?: boolean;
      resolved?: string;
      link?: boolean;
    }
  >;
}
const manifest = readJson<Manifest>('package.json');
const lock = readJson<Lock>('package-lock.json');
/** A link is a member of the workspace: it has no version of its own in the lock. */
const locked = Object.entries(lock.packages).filter(([name, { link }]) => name !== '' && !link);

describe('package.json and its lock', () => {
  it('pins exact versions', () => {
    const versions = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('locks a version of every package, and no address', () => {
    expect(locked.filter(([, { version }]) => version === undefined)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('allows the install scripts that there are, for tools alone', () => {
    const named = (entries: typeof locked) =>
      entries.map(([name]) => name.replace(/.*node_modules\//, '')).sort();
    const withScript = locked.filter(([, each]) => each.hasInstallScript);
    const tools = withScript.filter(([, each]) => each.dev && !each.optional);
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(named(withScript));
    expect(Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])).toEqual(
      named(tools),
    );
  });

  it('has a source for every door', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const sources = targets.map((target) => target.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
    expect(sources.filter((source) => !existsSync(path(source)))).toEqual([]);
  });
});

describe('the command on an older Node', () => {
  it.each(['20.20.2', '22.12.0', '18.0.0'])('%s gets one clear line', (version) => {
    const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', pretend, path('src/cli/bin.ts'), '--version'],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe(
      `neumann needs Node 22.13 or newer, and this is Node ${version}: install a newer one from https://nodejs.org.\n`,
    );
    expect([status, stdout]).toEqual([1, '']);
  });
});
