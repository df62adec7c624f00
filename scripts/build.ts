/** Compiles src/ to dist/, from scratch, and makes the command executable. */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './support/run.ts';

rmSync(join(root, 'dist'), { recursive: true, force: true });
const { ok } = run('tsc -p tsconfig.build.json', { show: true });
const command = join(root, 'dist/cli/bin.js');
if (existsSync(command)) chmodSync(command, 0o755);
process.exitCode = ok ? 0 : 1;
