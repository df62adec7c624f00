import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { ReadAndPrepare } from '../workloads/csv.ts';

interface Options {
  /** Whether it makes numbers of the words, else it gives words. */
  readonly numbers: boolean;
}

/** papaparse alone, as a bound: it parses, and prepares nothing. Fast mode, as no cell of the file is quoted. */
export function read({ folder, settings }: CaseFile, { numbers }: Options): Runner {
  const { file, rows } = settings as ReadAndPrepare;
  let parsed = 0;
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        const text = readFileSync(join(folder, file), 'utf8');
        parsed = Papa.parse(text, { fastMode: true, dynamicTyping: numbers, skipEmptyLines: true }).data
          .length;
        if (parsed !== rows + 1) throw new Error(`papaparse found ${parsed} lines, not ${rows + 1}.`);
      }
    },
    numbers: () => Float32Array.of(parsed),
  };
}
