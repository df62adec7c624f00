/**
 * Checks the package as its user gets it: packed, installed in an empty folder elsewhere, imported by every door, its types read by a
 * strict compiler, its command run, a small model trained and asked. Needs dist/ (npm run build).
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './support/run.ts';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const doors = Object.keys(manifest.exports).filter((door) => !door.endsWith('.json'));
const specifier = (door: string) => `neumann${door.slice(1)}`;

/** Enough to see that it works. */
const quick = '--set stopping.epochs=20 --set stopping.folds=0 --set model.members=1';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'neumann-package-')));
const app = join(folder, 'app');
const bin = join(root, 'node_modules/.bin');

/** Prints what a failed step said; all steps run, so that one look shows everything. */
function step(name: string, command: string, { directory = app, prints = '' } = {}): void {
  const { ok: done, output } = run(command, { directory });
  const ok = done && output.includes(prints);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (ok) return;
  console.log(`$ ${command}\n${output}`);
  process.exitCode = 1;
}

function expectNone(name: string, found: readonly string[]): void {
  console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (found.length === 0) return;
  console.log(found.join('\n'));
  process.exitCode = 1;
}

/** Written to the user's folder: a program of theirs, compiled strictly, then run from its TypeScript. */
function writeApp(): void {
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  const imports = doors.map((door, i) => `import * as door${i} from '${specifier(door)}';`);
  const tests = doors.map(
    (door, i) => `if (Object.keys(door${i}).length === 0) throw new Error('${door} is empty');`,
  );
  writeFileSync(join(app, 'doors.ts'), [...imports, ...tests, ''].join('\n'));
  writeFileSync(join(app, 'use.ts'), readFileSync(join(root, 'scripts/support/userProgram.txt'), 'utf8'));
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
}

try {
  writeApp();
  const tarball = join(folder, `neumann-${manifest.version}.tgz`);
  step('pack', `npm pack --ignore-scripts --pack-destination "${folder}"`, { directory: root });
  step('install', `npm install --prefer-offline --no-audit --no-fund "${tarball}"`);
  const installed = globSync('node_modules/**/*', { cwd: app });
  expectNone(
    'no native module but the optional one',
    installed.filter((path) => /\.(node|gyp)$/.test(path) && !/node_modules.@koromix./.test(path)),
  );
  const ours = installed.filter((path) => path.startsWith(join('node_modules', 'neumann', 'dist')));
  expectNone(
    'no tests and no sources in it',
    ours.filter((path) => /\.(test|bench)\.|(?<!\.d)\.ts$/.test(path)),
  );
  step('publint', `"${join(bin, 'publint')}" run "${tarball}" --strict`);
  step('are the types wrong', `"${join(bin, 'attw')}" "${tarball}" --profile esm-only`);
  step('types of every door, and of a program', `"${join(bin, 'tsc')}" -p .`);
  step('every door', 'node doors.ts');
  step('the command', 'npx --no -- neumann --version', { prints: manifest.version });
  const penguins = join(root, 'examples/penguins.csv');
  step(
    'the command trains',
    `npx --no -- neumann train "${penguins}" --target species --out run --quiet ${quick}`,
  );
  step('the command predicts', `npx --no -- neumann predict run "${penguins}"`, { prints: 'Adelie' });
  step('the command has the studio, as a site', 'npx --no -- neumann studio --build site', {
    prints: 'The studio is in site',
  });
  step('and as one page', 'npx --no -- neumann studio --single-file studio.html', {
    prints: 'The studio is in studio.html',
  });
  step('train and predict', 'node use.ts');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
