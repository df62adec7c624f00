import { describe, expect, it } from 'vitest';
import { findCycle } from '../../scripts/imports/findCycle.ts';
import { readSource } from '../../scripts/imports/readSource.ts';
import { problemsOf } from '../../scripts/imports/rules.ts';
import { studioProblemsOf } from '../../scripts/imports/studio.ts';

const packages = new Set(['zod', 'picocolors']);
const problems = (path: string, text: string) =>
  problemsOf(readSource(path, text), packages).map((each) => each.text);

describe('what src/ may import', () => {
  it.each([
    ['src/nn/losses/huber.ts', "import { exp } from '../../numeric/index.ts';"],
    ['src/train/loop.ts', "import type { Layer } from '../nn/define.ts';"],
    ['src/index.ts', "export { train } from './train/index.ts';"],
    ['src/nn/define.ts', "import { NeumannError } from '../errors.ts';"],
    ['src/data/read/open.node.ts', "import { open } from 'node:fs/promises';"],
    ['src/cli/bin.ts', "import process from 'node:process'; import { bold } from 'picocolors';"],
    ['src/train/recipe.ts', "import { z } from 'zod';"],
  ])('%s: %s', (path, text) => {
    expect(problems(path, text)).toEqual([]);
  });

  it.each([
    [
      'src/nn/losses/huber.ts',
      "import { train } from '../../train/index.ts';",
      /nn\/ may import tensor, numeric, not train/,
    ],
    [
      'src/data/split/random.ts',
      "import type { Tensor } from '../../tensor/index.ts';",
      /data\/ may import numeric, not tensor/,
    ],
    ['src/numeric/exp.ts', "export * from '../data/index.ts';", /numeric\/ may import nothing/],
    ['src/errors.ts', "const { train } = await import('./train/index.ts');", /imports nothing of train/],
    ['src/errors.ts', "let task: import('./train/task.ts').Task;", /imports nothing of train/],
    ['src/testing/check.ts', "import { main } from '../cli/main.ts';", /not cli/],
    ['src/other/a.ts', "import '../nn/index.ts';", /not on the map/],
    ['src/train/loop.ts', "import { readFile } from 'node:fs';", /node:\* only in cli/],
    ['src/tensor/graph.ts', "import { z } from 'zod';", /tensor uses no package/],
    ['src/testing/check.ts', "import { expect } from 'vitest';", /not among the package's dependencies/],
    ['src/nn/define.ts', "import { exp } from '../numeric/index';", /carries its .ts/],
    ['src/nn/define.ts', "import { exp } from '../../test/support/highPrecision.ts';", /out of src/],
    ['src/nn/define.ts', "import './losses/huber.test.ts';", /nothing imports a test/],
  ])('not %s: %s', (path, text, problem) => {
    expect(problems(path, text)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('what a bit of a run may depend on', () => {
  it.each([
    'const x = Math.sqrt(2) + Math.fround(0.1) + Math.PI;',
    'const mask = 2 ** 53 - 2 ** -24;',
    'const node = { window: 3 }; node.window + node.process;',
    'function smooth(window: number) { return window + 1; }',
    'const text = `document.title ${1} Math.exp`; // Math.exp(1)',
    'type Expression = { Math: number };',
    'const cube = whole ** 3n; // exact: BigInt',
    'date.getUTCHours();',
  ])('%s', (text) => {
    expect(problems('src/train/loop.ts', text)).toEqual([]);
  });

  it.each([
    ['Math.exp(1);', /use src\/numeric/],
    ['xs.map(Math.tanh);', /Math.tanh/],
    ['const { exp } = Math;', /Math as a whole/],
    ["Math['exp'](1);", /Math as a whole/],
    ['Math.random();', /comes from a seed/],
    ['const y = x ** 2;', /bits differ/],
    ['x **= 3;', /bits differ/],
    ['document.title;', /no DOM/],
    ['const { title } = document;', /no DOM/],
    ['new Blob(); class A extends HTMLCanvasElement {}', /no DOM/],
    ['process.exit(1);', /of Node alone/],
    ['names.sort((a, b) => a.localeCompare(b));', /language or time zone/],
    ['new Intl.NumberFormat();', /language/],
    ['date.getHours();', /time zone/],
  ])('not %s', (text, problem) => {
    expect(problems('src/train/loop.ts', text)).toEqual([expect.stringMatching(problem)]);
  });

  it('leaves drawing and the command line alone', () => {
    expect(problems('src/report/axis.ts', 'Math.log10(x) ** y; date.getHours();')).toEqual([]);
    expect(problems('src/cli/main.ts', 'process.exitCode = 1; n.toLocaleString();')).toEqual([]);
  });
});

it('names the line, and a file too long', () => {
  const text = '\n\nMath.exp(1);' + '\n'.repeat(400);
  expect(problemsOf(readSource('src/train/loop.ts', text), packages).map(({ line }) => line)).toEqual([
    3, 402,
  ]);
});

describe('findCycle', () => {
  it('finds the way round', () => {
    const graph = { a: ['b', 'c'], b: ['c'], c: ['d'], d: ['b'] };
    expect(findCycle(new Map(Object.entries(graph)))).toEqual(['b', 'c', 'd', 'b']);
  });
  it('takes a diamond for none', () => {
    expect(findCycle(new Map(Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })))).toBeUndefined();
  });
});

describe('what the studio may import', () => {
  const studioProblems = (path: string, text: string) =>
    studioProblemsOf(readSource(`apps/studio/src/${path}`, text)).map((each) => each.text);

  it.each([
    ['worker/lane.ts', "import { openLive } from '../../../../src/train/live/index.ts';"],
    ['charts/drawCurves.ts', "import type { EpochRow } from '../run/contract.ts';"],
    [
      'rooms/playground/Room.svelte',
      '<script lang="ts">\n  import { t } from \'../../words\';\n</script>\n<p>{t}</p>',
    ],
    ['controls/Field.svelte', "<script>import { Type } from './types.ts';</script>"],
  ])('%s: %s', (path, text) => {
    expect(studioProblems(path, text)).toEqual([]);
  });

  it.each([
    [
      'controls/Field.svelte',
      "<p/>\n<script>\nimport { train } from '../../../../src/train/index.ts';</script>",
      /src\/train: the engine/,
    ],
    [
      'charts/drawCurves.ts',
      "import { lanes } from '../run/lanes.svelte.ts';",
      /charts\/ .* run\/ but for its types/,
    ],
    ['words/index.ts', "import type { Studio } from '../state/studio.svelte.ts';", /words\/ .* state\//],
    ['other/a.ts', "import '../state/path.ts';", /not on the map/],
  ])('%s must not: %s', (path, text, message) => {
    expect(studioProblems(path, text).join()).toMatch(message);
  });

  it('tells the line in a component', () => {
    const text = "<p/>\n<script>\nimport '../../../../src/train/index.ts';\n</script>\n";
    expect(studioProblemsOf(readSource('apps/studio/src/shell/A.svelte', text))[0].line).toBe(3);
  });
});
