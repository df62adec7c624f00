/**
 * Checks the rules of ARCHITECTURE.md that a linter can't: layers, no cycles, `node:*` and the DOM in their places, no function
 * whose bits differ between engines or machines. Prints one line a problem; exits with 1 if there is any.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { findCycle } from './imports/findCycle.ts';
import { type Import, readSource, type Source } from './imports/readSource.ts';
import { problemsOf } from './imports/rules.ts';
import { studioProblemsOf } from './imports/studio.ts';
import { root } from './support/run.ts';

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const packages = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));

const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !/\.(test|bench|forTest)\.ts$/.test(path))
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
const sources = read('src/**/*.ts');
const studio = read('apps/studio/src/**/*.{ts,svelte}');

const problems = [
  ...sources.flatMap((source) => problemsOf(source, packages)),
  ...studio.flatMap((source) => studioProblemsOf(source)),
];
const lines = problems.map(({ path, line, text }) => `${path}:${line}  ${text}`);

const targets = ({ path, imports }: Source, kinds: readonly Import['kind'][]) =>
  imports
    .filter(({ specifier, kind }) => specifier.startsWith('.') && kinds.includes(kind))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier));
// The studio's dialogs, rooms and languages are loaded when they are entered, and may know who opens them.
const graph = new Map([
  ...sources.map((source) => [source.path, targets(source, ['code', 'lazy', 'types'])] as const),
  ...studio.map((source) => [source.path, targets(source, ['code'])] as const),
]);
const cycle = findCycle(graph);
if (cycle !== undefined) lines.push(`cycle: ${cycle.join(' -> ')}`);

for (const line of lines) console.log(line);
console.log(`${sources.length + studio.length} files, ${lines.length} problems`);
process.exitCode = lines.length === 0 ? 0 : 1;
