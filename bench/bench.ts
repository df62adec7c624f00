/**
 * The same work in Neumann and in every rival that is on this machine, or in two revisions of Neumann. See README.md.
 *
 *     npm run bench -- --quick --only W3
 */
import { NeumannError } from '../src/errors.ts';
import { readOptions, type BenchOptions } from './harness/arguments.ts';
import { compareRevisions } from './compare/compareRevisions.ts';
import { toMarkdown } from './harness/markdown.ts';
import { measureAll } from './harness/measureAll.ts';
import { writeResults } from './harness/writeResults.ts';

async function main(options: BenchOptions): Promise<void> {
  if (options.compare !== undefined) return compareRevisions({ ...options, compare: options.compare });
  const results = await measureAll(options);
  const markdown = toMarkdown(results);
  console.log(markdown);
  writeResults(options, 'speed', results, markdown);
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 2;
} else
  await main(options).catch((error: unknown) => {
    if (!(error instanceof NeumannError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
