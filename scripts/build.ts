/** Compiles src/ to dist/, from scratch, and makes the command executable. */
import { chmodSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './support/run.ts';

const dist = join(root, 'dist');

/** The compiler turns `./x.ts` to `./x.js` in code, but leaves it in declarations, where older resolvers don't find it. */
function rewriteDeclarations(): void {
  for (const path of globSync('**/*.d.ts', { cwd: dist })) {
    const file = join(dist, path);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/((?:from|import) |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2'));
  }
}

rmSync(dist, { recursive: true, force: true });
const { ok } = run('tsc -p tsconfig.build.json', { show: true });
if (ok) rewriteDeclarations();
const command = join(dist, 'cli/bin.js');
if (existsSync(command)) chmodSync(command, 0o755);
process.exitCode = ok ? 0 : 1;
