import { expect, test } from 'vitest';
import { sameNamesEmpty } from './withoutJsonSchema.ts';

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
