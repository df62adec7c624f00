import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sameNamesEmpty, withoutTextFormats, withoutUnused } from './leanZod.ts';

test('every name is still exported, and nothing else is left', async () => {
  const code = `import { x } from './x.js';
    export function write(schema) { return x(schema); }
    export const a = 1, b = write;
    function inner() {}
    export { inner as process };`;
  const text = sameNamesEmpty(code);
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as object;
  expect(Object.keys(module).toSorted()).toEqual(['a', 'b', 'process', 'write']);
});

const zod = fileURLToPath(new URL('classic/schemas.js', import.meta.resolve('zod/v4/core')));
const schemas = readFileSync(zod.replace('/core/', '/'), 'utf8');

test('texts keep their lengths and patterns, and lose their formats', () => {
  const lean = withoutTextFormats(schemas);
  expect(lean).toContain('checks.minLength');
  expect(schemas).toContain('core._email(ZodEmail, params)');
  expect(lean.match(/core\._email\(ZodEmail/g)).toHaveLength(1);
});

test('nothing is left that sets a memoizer, makes code from text, or is called by no schema', () => {
  const parts = [
    'core.memoizer()',
    '$ZodObjectJIT',
    'new ZodIntersection(',
    'new ZodExactOptional(',
    'new ZodCatch(',
  ];
  const lean = withoutUnused(schemas);
  for (const part of parts) {
    expect(schemas).toContain(part);
    expect(lean).not.toContain(part);
  }
  expect(lean).toContain('function _ensureDefaultMemoizer() {}');
});
