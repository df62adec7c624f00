/**
 * Every check of the repository, one after another. What a failing one printed is shown; the last line counts the unit tests and, each as
 * one, the other checks. Exits with 1 if anything failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './support/run.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const checks: readonly (readonly [name: string, command: string])[] = [
  ['types', 'tsc -p .'],
  ['studio types', 'npm run --silent check -w @neumann/studio'],
  ['types of the bench', 'tsc -p bench/tsconfig.ours.json'],
  ['lint', 'oxlint --type-aware'],
  ['format', 'prettier --check .'],
  ['imports', 'node scripts/check-imports.ts'],
  ['dead exports', 'knip'],
  ['build', 'node scripts/build.ts'],
  ['package', 'node scripts/check-package.ts'],
];

function check(name: string, command: string): Counts {
  const started = performance.now();
  const { ok, output } = run(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!ok) console.log(`$ ${command}\n${output}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** A run that ends badly without a failed test (a file that can't be read, an unhandled rejection) counts as one failure. */
function unitTests(): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-test-'));
  const file = join(folder, 'report.json');
  const { ok } = run(`vitest run --reporter=dot --reporter=json --outputFile.json="${file}"`, { show: true });
  const counts = readReport(file);
  rmSync(folder, { recursive: true });
  const failed = counts.failed === 0 && (!ok || counts.passed === 0) ? 1 : counts.failed;
  return { ...counts, failed };
}

function readReport(file: string): Counts {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const all = [...checks.map(([name, command]) => check(name, command)), unitTests()];
const total = (kind: keyof Counts) => all.reduce((sum, counts) => sum + counts[kind], 0);
const skipped = total('skipped');
console.log(
  `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = total('failed') === 0 ? 0 : 1;
