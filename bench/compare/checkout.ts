import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NeumannError } from '../../src/errors.ts';

/** A revision with its packages installed and its `dist` built. */
export interface Checkout {
  readonly name: string;
  readonly root: string;
  remove(): void;
}

const root = join(import.meta.dirname, '..', '..');

export const own: Checkout = { name: describe('HEAD'), root, remove: () => {} };

/** The revision in a worktree of its own, in a temporary folder. */
export function checkOut(revision: string): Checkout {
  const found = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (found === undefined)
    throw new NeumannError(
      'revision',
      `There is no revision "${revision}" in this repository; git log shows which there are.`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'neumann-revision-'));
  const remove = () => {
    git(['worktree', 'remove', '--force', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  const checkout = { name: describe(revision), root: folder, remove };
  try {
    if (git(['worktree', 'add', '--detach', folder, found]) === undefined)
      throw new NeumannError('revision', `git could not check out ${revision} in ${folder}.`);
    process.stderr.write(`Installing ${revision}...\n`);
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
    build(checkout);
    return checkout;
  } catch (error) {
    remove();
    throw error;
  }
}

export function build({ root: folder, name }: Checkout): void {
  process.stderr.write(`Building ${name}...\n`);
  run(process.execPath, ['scripts/build.ts'], folder);
}

function describe(revision: string): string {
  const changed = revision === 'HEAD' && git(['status', '--porcelain', '--', 'src']) !== '';
  return `${git(['log', '-1', '--format=%h (%s)', revision]) ?? revision}${changed ? ' with changes' : ''}`;
}

function git(args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  if (status !== 0)
    throw new NeumannError('revision', `${command} ${args.join(' ')} failed in ${cwd}:\n${stdout}${stderr}`);
}
