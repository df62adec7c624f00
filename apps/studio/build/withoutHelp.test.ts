import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { stripHelp } from './withoutHelp.ts';

test('what is said to people goes, everything else stays', () => {
  const code = `export const sgd = define({
    name: 'sgd',
    summary: 'Steps along ' + \`the gradient.\`,
    formula: "w = w - r g",
    rate: z.number().min(0).describe('Size of a step.').default(0.1),
    other: z.string().describe(text).describe('a', 'b'),
    about: about(),
  } as Definition<number>);`;
  expect(stripHelp(code)).toBe(`export const sgd = define({
    name: 'sgd',
    summary: '',
    formula: '',
    rate: z.number().min(0).default(0.1),
    other: z.string().describe(text).describe('a', 'b'),
    about: about(),
  } as Definition<number>);`);
});

test('the library’s own files stay what they were but for that', () => {
  const root = fileURLToPath(new URL('../../../src/', import.meta.url));
  const files = globSync('{nn,data,train}/**/*.ts', { cwd: root }).filter((path) => !path.includes('.test.'));
  let less = 0;
  for (const path of files) {
    const code = readFileSync(root + path, 'utf8');
    const stripped = stripHelp(code);
    parseAst(stripped, { lang: 'ts' });
    expect(stripped).not.toMatch(/\.describe\(\s*['"]/);
    less += code.length - stripped.length;
  }
  expect(less).toBeGreaterThan(20_000);
});
