import { expect, it } from 'vitest';
import { foldLines } from './foldLines.ts';

const long = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);

it('leaves short lines, comments and what cannot be broken', () => {
  const code = `const a = f(1, 2);\n/** ${long} ${long} ${long} */\nconst b = "${long}, (${long}, ${long}";`;
  expect(foldLines(code)).toBe(code);
});

it('breaks calls, lists and objects at their commas, the widest brackets first', () => {
  expect(foldLines(`  const y = f(g(a, b), h(${long}, 1), { k: ${long} });`)).toBe(
    `  const y = f(\n    g(a, b),\n    h(${long}, 1),\n    { k: ${long} },\n  );`,
  );
  expect(foldLines(`return { a: f(${long}), b: [${long}, "x, y", 2, ${long}] };`)).toBe(
    `return {\n  a: f(${long}),\n  b: [\n    ${long},\n    "x, y",\n    2,\n    ${long},\n  ],\n};`,
  );
});

it('puts no comma into parentheses that only group', () => {
  expect(foldLines(`    (f(${long}, 1) - ${long}) / 12345,`)).toBe(
    `    (f(\n      ${long},\n      1,\n    ) - ${long}) / 12345,`,
  );
});

it('gives each member of a long union a line', () => {
  expect(foldLines(`  city?: "${long}" | "${long}" | "a | b" | f<1> | null;`)).toBe(
    `  city?:\n    | "${long}"\n    | "${long}"\n    | "a | b"\n    | f<1>\n    | null;`,
  );
});
