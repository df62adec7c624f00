import { parseArgs } from 'node:util';
import { workloads } from '../workloads/index.ts';

export interface BenchOptions {
  readonly quick: boolean;
  /** Names of workloads; all of them when left out. */
  readonly only: readonly string[] | undefined;
  /** Where the results go as JSON; Markdown goes beside it. */
  readonly json: string | undefined;
  /** A revision of this repository to compare with, in place of the rivals. */
  readonly compare: string | undefined;
}

export const usage = `npm run bench -- [options]
  --quick            fewer and shorter rounds, smaller tables: a look, no result to keep
  --only W3,gemm     some of the work: ${workloads.map(({ name }) => name).join(', ')}, start
  --json FILE        also write the results to FILE, and as Markdown beside it
  --compare REV      this working tree beside another revision of it, instead of the rivals`;

/** What the command line asks for, or a sentence that says what is wrong with it. */
export function readOptions(args: readonly string[]): BenchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        json: { type: 'string' },
        compare: { type: 'string' },
      },
    });
    const only = values.only?.split(',').map((name) => name.trim());
    const known = [...workloads.map(({ name }) => name), 'start'];
    const stray = only?.find((name) => !known.includes(name));
    if (stray !== undefined) return `There is no work called "${stray}"; there are ${known.join(', ')}.`;
    return { quick: values.quick, only, json: values.json, compare: values.compare };
  } catch (error) {
    return `${(error as Error).message.split('.')[0]}.\n${usage}`;
  }
}
