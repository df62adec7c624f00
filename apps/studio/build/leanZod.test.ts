import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sameNamesEmpty, withoutTextFormats } from './leanZod.ts';

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

test('texts keep their lengths and patterns, and lose their formats', () => {
  const schemas = fileURLToPath(new URL('classic/schemas.js', import.meta.resolve('zod/v4/core')));
  const code = readFileSync(schemas.replace('/core/', '/'), 'utf8');
  const lean = withoutTextFormats(code);
  expect(lean).toContain('checks.minLength');
  expect(code).toContain('core._email(ZodEmail, params)');
  expect(lean.match(/core\._email\(ZodEmail/g)).toHaveLength(1);
});
