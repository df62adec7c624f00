/**
 * How time and memory grow with the rows of a table: `node bench/rows.ts [--rows 1000,10000] [--folder FOLDER] [--write]`. Needs a built
 * `dist`. Makes the tables (30 columns) in the folder unless they are there; see README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinned } from './harness/environment.ts';
import { describeMachine } from './harness/machine.ts';
import { rowsMarkdown, type Measured } from './rows/markdown.ts';
import type { Timing } from './rows/timing.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000,10000,100000,1000000' },
    folder: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'neumann-rows-'));
const here = import.meta.dirname;

/** Runs Node to its end; what it wrote. */
function run(args: readonly string[]): { stdout: string; stderr: string } {
  const [command, ...rest] = pinned([process.execPath, ...args]);
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}

function measure(rows: number): Measured {
  const table = join(folder, `t${rows}.csv`);
  if (!existsSync(table)) run([join(here, 'makeTable.ts'), String(rows), table]);
  const timing = JSON.parse(run([join(here, 'rows', 'measure.ts'), table]).stdout) as Timing;
  const out = join(folder, `run-${rows}`);
  const recipe = ['model.hidden=32', 'stopping.epochs=2', 'stopping.folds=0'].flatMap((edit) => [
    '--set',
    edit,
  ]);
  const command = [join(here, '..', 'dist', 'cli', 'bin.js'), 'train', table, '--target', 'target'];
  const tell = join(here, 'harness', 'tell.js');
  const { stderr } = run(['--import', tell, ...command, ...recipe, '--out', out, '--quiet']);
  rmSync(out, { recursive: true });
  const told = JSON.parse(/^end: (.*)$/m.exec(stderr)![1]) as { processor: number; memory: number };
  return { ...timing, command: { memory: told.memory, processor: (told.processor * 1e3) / rows } };
}

const measured = values.rows.split(',').map((rows) => measure(Number(rows)));
if (values.folder === undefined) rmSync(folder, { recursive: true });
const results = {
  date: new Date().toISOString().slice(0, 16).replace('T', ' '),
  machine: describeMachine(),
  measured,
};
const markdown = rowsMarkdown(results);
console.log(markdown);
if (values.write) {
  writeFileSync(join(here, 'results', 'rows.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(here, 'results', 'rows.md'), markdown);
}
