import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blasCandidates } from './candidates.node.ts';
import { bestCore, isBehind } from './cores.node.ts';
import { searchBlas } from './findBlas.node.ts';
import { judgeBlas } from './verdict.node.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neumann-blas-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('candidates', () => {
  test('are the libraries in the usual folders, in a fixed order, each once', () => {
    for (const file of ['libblis.so.4', 'libmkl_rt.so.2', 'libopenblas.so.0'])
      writeFileSync(join(folder, file), '');
    const found = blasCandidates({ LD_LIBRARY_PATH: folder }, 'linux').filter(({ path }) =>
      path.startsWith(folder),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['OpenBLAS', 'MKL', 'BLIS']);
  });

  test('are what NEUMANN_BLAS says, and nothing else', () => {
    const path = '/opt/lib/libmkl_rt.so';
    expect(blasCandidates({ NEUMANN_BLAS: path }, 'linux')).toEqual([{ kind: 'MKL', path }]);
    expect(blasCandidates({ NEUMANN_BLAS: 'none' }, 'darwin')).toEqual([]);
  });

  test('begin with Accelerate on macOS', () => {
    expect(blasCandidates({}, 'darwin')[0].kind).toBe('Accelerate');
  });
});

test('knows when OpenBLAS took kernels for a lesser processor', () => {
  const avx2 = new Set(['avx2', 'fma']);
  const avx512 = new Set([...avx2, 'avx512f', 'avx512dq', 'avx512bw', 'avx512vl', 'avx512cd']);
  expect([bestCore(new Set()), bestCore(avx2), bestCore(avx512)]).toEqual([undefined, 'Haswell', 'SkylakeX']);
  expect(isBehind('Prescott', 'Haswell')).toBe(true);
  expect(isBehind('Haswell', 'SkylakeX')).toBe(true);
  expect(isBehind('Cooperlake', 'SkylakeX')).toBe(false);
  expect(isBehind('Zen', 'Haswell')).toBe(false);
});

const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);

/** A right one, in its simplest form; `integer` is what it takes for a size. */
const right = (integer: string, then = '') => `
  void cblas_sgemm(int order, int ta, int tb, ${integer} m, ${integer} n, ${integer} k, float alpha, const float *a,
      ${integer} lda, const float *b, ${integer} ldb, float beta, float *c, ${integer} ldc) {
    for (${integer} i = 0; i < m; i++) for (${integer} j = 0; j < n; j++) {
      float sum = 0;
      for (${integer} p = 0; p < k; p++) sum += (ta == 112 ? a[p * lda + i] : a[i * lda + p]) * (tb == 112 ? b[j * ldb + p] : b[p * ldb + j]);
      c[i * ldc + j] = alpha * sum;
      ${then}
    }
  }`;

describe.skipIf(compiler === undefined)(
  'a library is tried in another process (skipped without a C compiler)',
  () => {
    const build = (code: string, name = 'libown.so'): string => {
      const path = join(folder, name);
      writeFileSync(join(folder, 'own.c'), code);
      execFileSync(compiler!, ['-O1', '-shared', '-fPIC', '-o', path, join(folder, 'own.c')]);
      return path;
    };
    const judge = (path: string) => judgeBlas({ kind: 'BLAS', path });

    test('and used where its products are right', () => {
      expect(judge(build(right('int')))).toEqual({ good: true, name: 'BLAS' });
    });

    test.each([
      [
        'gives wrong numbers for some sizes',
        right('int', 'if (m == 17 && n > 8 && ta == 112) c[0] += 0.01f;'),
        'came out wrong',
      ],
      ['crashes', right('int', '*(volatile int *)0 = 1;'), 'it crashed on small products (SIGSEGV)'],
      ['takes integers of 64 bits for sizes', right('long long'), 'it crashed on small products'],
      [
        'ends the process',
        `#include <stdlib.h>\n${right('int', 'exit(0);')}`,
        'it crashed on small products (exit code 0)',
      ],
      ['has no products', 'int one(void) { return 1; }', 'cblas_sgemm'],
    ])('and refused where it %s', (_, code, why) => {
      expect(judge(build(code))).toMatchObject({ good: false, why: expect.stringContaining(why) as string });
    });

    test('once: the verdict is remembered until the file changes', () => {
      const path = build(right('int'));
      expect(judge(path).good).toBe(true);
      expect(readdirSync(join(folder, 'cache', 'neumann'))).toEqual(['blas-2.json']);
      const file = join(folder, 'cache', 'neumann', 'blas-2.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"BLAS"', '"BLAS, as remembered"'));
      expect(judge(path)).toEqual({ good: true, name: 'BLAS, as remembered' });
      build(right('int', '*(volatile int *)0 = 1;'));
      expect(judge(path).good).toBe(false);
    });

    test('anew where one asks for it', () => {
      const path = build(right('int'));
      expect(judge(path).good).toBe(true);
      const file = join(folder, 'cache', 'neumann', 'blas-2.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"BLAS"', '"BLAS, as remembered"'));
      expect(judgeBlas({ kind: 'BLAS', path }, true)).toEqual({ good: true, name: 'BLAS' });
      expect(judge(path)).toEqual({ good: true, name: 'BLAS' });
    });

    /** How many verdicts are remembered. */
    const remembered = (): number => {
      const file = join(folder, 'cache', 'neumann', 'blas-2.json');
      return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).length : 0;
    };

    test('and refused for good where its products are wrong or crash', () => {
      judge(build(right('int', 'c[0] += 0.1f;')));
      judge(build(right('long long'), 'libwide.so'));
      expect(remembered()).toBe(2);
    });

    test('but not where something that it needs was missing', () => {
      const needed = join(folder, 'libneeded.so');
      const compile = (code: string, path: string, ...more: string[]): void => {
        writeFileSync(join(folder, 'own.c'), code);
        execFileSync(compiler!, ['-shared', '-fPIC', '-o', path, join(folder, 'own.c'), ...more]);
      };
      compile('int needed(void) { return 1; }', needed);
      const path = join(folder, 'libown.so');
      compile(`int needed(void); ${right('int', 'needed();')}`, path, needed, `-Wl,-rpath,${folder}`);
      renameSync(needed, `${needed}.gone`);
      expect(judge(path)).toMatchObject({ good: false, why: expect.stringContaining('libneeded') as string });
      renameSync(`${needed}.gone`, needed);
      expect(judge(path)).toEqual({ good: true, name: 'BLAS' });
    });

    test('nor where it ended of itself', () => {
      judge(build(`#include <stdlib.h>\n${right('int', 'exit(0);')}`));
      expect(remembered()).toBe(0);
    });

    test('whatever is said to Node in the environment', () => {
      writeFileSync(join(folder, 'end.cjs'), 'process.exit(3)');
      vi.stubEnv('NODE_OPTIONS', `--require ${join(folder, 'end.cjs')}`);
      expect(judge(build(right('int')))).toEqual({ good: true, name: 'BLAS' });
    });

    test('where nothing can be remembered, it is tried again', () => {
      mkdirSync(join(folder, 'cache'), { recursive: true });
      writeFileSync(join(folder, 'cache', 'neumann'), 'a file in its place');
      const path = build(right('int'));
      expect([judge(path).good, judge(path).good]).toEqual([true, true]);
    });

    test('and the search says why it was refused', () => {
      vi.stubEnv('NEUMANN_BLAS', build(right('int', '*(volatile int *)0 = 1;')));
      expect(searchBlas()).toMatchObject({
        refused: [{ path: process.env.NEUMANN_BLAS, why: expect.stringContaining('crashed') as string }],
      });
    });
  },
);

test('a file that is not there, or no library, is refused in words', () => {
  const text = join(folder, 'text.so');
  writeFileSync(text, 'no library');
  expect(judgeBlas({ kind: 'BLAS', path: join(folder, 'none.so') })).toEqual({
    good: false,
    why: 'there is no such file',
  });
  expect(judgeBlas({ kind: 'BLAS', path: text }).good).toBe(false);
});
