/** Compiles src/ to dist/, from scratch, bundles the command into dist/cli, and builds the studio into dist/studio and dist/studio-single. */
import { chmodSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCommand } from './support/bundleCommand.ts';
import { root, run } from './support/run.ts';

const dist = join(root, 'dist');
const programs = [
  'src/cli/bin.ts',
  'src/machine/blas/tryBlas.node.ts',
  'src/machine/threads/threadMain.node.ts',
].map((path) => join(root, path));

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
if (ok) {
  rewriteDeclarations();
  await bundleCommand(programs, join(dist, 'cli'));
  chmodSync(join(dist, 'cli/bin.js'), 0o755);
}
/** As a site, then as one page. */
const studio = ['vite.config.ts', 'vite.single.config.ts'].every(
  (config) =>
    ok && run(`vite build --logLevel warn --config apps/studio/${config} apps/studio`, { show: true }).ok,
);
process.exitCode = studio ? 0 : 1;
