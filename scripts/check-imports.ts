/**
 * Checks the rules of ARCHITECTURE.md that a linter can't: layers, no cycles, `node:*` and the DOM in their places, no function
 * whose bits differ between engines or machines. Prints one line a problem; exits with 1 if there is any.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { findCycle } from './imports/findCycle.ts';
import { readSource } from './imports/readSource.ts';
import { problemsOf } from './imports/rules.ts';
import { root } from './support/run.ts';

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const packages = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));

const sources = globSync('src/**/*.ts', { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !/\.(test|bench)\.ts$/.test(path))
  .sort()
  .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));

const lines = sources
  .flatMap((source) => problemsOf(source, packages))
  .map(({ path, line, text }) => `${path}:${line}  ${text}`);

const graph = new Map(
  sources.map(({ path, imports }) => [
    path,
    imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => posix.join(posix.dirname(path), specifier)),
  ]),
);
const cycle = findCycle(graph);
if (cycle !== undefined) lines.push(`cycle: ${cycle.join(' -> ')}`);

for (const line of lines) console.log(line);
console.log(`${sources.length} files, ${lines.length} problems`);
process.exitCode = lines.length === 0 ? 0 : 1;
