import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problems } from './hu/problems.ts';

/** A file and all that it imports, by the text of their imports. */
function sourcesFrom(file: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file) || !existsSync(file)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, path] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
    sourcesFrom(join(dirname(file), path), found);
  return found;
}

/** Codes of refusals (`new NeumannError('code', ...)`) and of warnings (`code: 'code'`) that can come out of the worker, or of its wire. */
const codes = new Set(
  ['../worker/lane.worker.ts', '../run/client.ts']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .flatMap((file) => [...sourcesFrom(file).values()])
    .flatMap((text) => [...text.matchAll(/new NeumannError\(\s*'([\w-]+)'|\bcode: '([\w-]+)'/g)])
    .map(([, refusal, warning]) => refusal ?? warning),
);

test('every code that the engine can say has Hungarian words, and no other has', () => {
  expect(codes.size).toBeGreaterThan(80);
  expect(Object.keys(problems).sort()).toEqual([...codes].sort());
});

test('they can be said of a sentence that names nothing', () => {
  for (const [code, say] of Object.entries(problems))
    expect(say({ text: 'x', numbers: [], quoted: [] }), code).toMatch(/[.)]$/);
});
