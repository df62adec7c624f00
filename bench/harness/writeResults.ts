import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BenchOptions } from './arguments.ts';

/** JSON and Markdown side by side: to the file that was asked for; a whole run also to `results/`, where they are committed. */
export function writeResults(
  { json, quick, only }: BenchOptions,
  name: string,
  results: object,
  markdown: string,
): void {
  const whole = !quick && only === undefined;
  const kept = whole ? [join(import.meta.dirname, '..', 'results', `${name}.json`)] : [];
  for (const file of [...kept, ...(json === undefined ? [] : [resolve(json)])]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results)}\n`);
    writeFileSync(file.replace(/(\.json)?$/, '.md'), markdown);
  }
}
