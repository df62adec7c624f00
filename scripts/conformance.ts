/**
 * Compares this implementation with a folder of reference numbers laid out as fixtures/oracle: `npm run conformance -- FOLDER`; with
 * `--fast`, in fast mode with all that the machine has. Prints for each
 * file how many cases passed, failed and are not supported (named); exits with 1 if any failed, or if there was nothing to compare.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { conformanceChecks, type ConformanceOutcome } from '../src/testing/conformance/index.ts';
import { openOracle } from '../src/testing/conformance/readOracle.node.ts';
import { nodeHost } from '../src/machine/nodeHost.node.ts';
import { engineReport, engineText } from '../src/train/engine/index.ts';
import { allExecutors } from '../src/testing/executors.ts';

type Status = ConformanceOutcome['status'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: 'boolean', default: false } },
});
const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? 'fixtures/oracle');
const executors = allExecutors(values.fast ? { mode: 'fast', ...nodeHost } : {});

/** Several executors, and several comparisons within a case, are cases of their own. */
async function outcomesByFile(): Promise<Map<string, ConformanceOutcome[]>> {
  const files = new Map<string, ConformanceOutcome[]>();
  const oracle = openOracle(folder);
  for (const check of Object.values(conformanceChecks)) {
    for await (const outcome of check(oracle, executors)) {
      files.set(outcome.file, [...(files.get(outcome.file) ?? []), outcome]);
    }
  }
  return files;
}

/** Names of cases with how often each is there: twelve cases of one unknown kind are one entry. */
function names(outcomes: readonly ConformanceOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { case: name } of outcomes) {
    const label = name.replace(/ \d+$/, '');
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => (count > 1 ? `${label} (${count})` : label)).join(', ');
}

function report(file: string, outcomes: readonly ConformanceOutcome[]): void {
  const of = (status: Status) => outcomes.filter((outcome) => outcome.status === status);
  const unsupported = of('unsupported');
  const counts = `${of('passed').length} passed, ${of('failed').length} failed, ${unsupported.length} not supported`;
  console.log(`${file}: ${counts}${unsupported.length > 0 ? `: ${names(unsupported)}` : ''}`);
  for (const each of of('failed'))
    console.log(`    FAILED ${each.case} (${each.executor}): ${each.detail ?? ''}`);
}

if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}: give one that is laid out as fixtures/oracle.`);
  process.exit(1);
}
const files = await outcomesByFile();
for (const [file, outcomes] of files) report(file, outcomes);
const all = [...files.values()].flat();
const count = (status: Status) => all.filter((outcome) => outcome.status === status).length;
if (values.fast) console.log(`\n${engineText(engineReport(executors[1]))}`);
console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('unsupported')} not supported`);
if (all.length === 0) console.error(`${folder} holds no reference numbers that we know.`);
process.exitCode = count('failed') > 0 || all.length === 0 ? 1 : 0;
