import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf } from './environment.ts';

/** The Python that rivals run in, what is in it, and the environment in which its BLAS is fastest. */
export interface Python {
  readonly path?: string;
  /** By module; only those that can be imported. */
  readonly versions: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** How the kernels of its BLAS were chosen. */
  readonly kernels?: string;
}

interface Product {
  readonly kernel: string;
  readonly gigaflops: number;
}

const MODULES = ['torch', 'numpy', 'sklearn', 'pandas', 'onnxruntime'];

function run<Answer>(path: string, args: readonly string[], environment = {}): Answer | undefined {
  const script = join(import.meta.dirname, 'python.py');
  const { status, stdout } = spawnSync(path, [script, ...args], {
    encoding: 'utf8',
    env: environmentOf({ environment }),
  });
  return status === 0 ? (JSON.parse(stdout) as Answer) : undefined;
}

/** Looks at $NEUMANN_BENCH_PYTHON, then the system's Python, and takes the one with most of the rivals in it; `none` means none. */
export function findPython(): Python {
  const named = process.env.NEUMANN_BENCH_PYTHON;
  if (named === 'none') return { versions: {}, environment: {} };
  const paths = [named, '/usr/bin/python3', 'python3'].filter((path) => path !== undefined);
  const found = paths.map((path) => ({
    path,
    versions: run<Record<string, string>>(path, ['versions', ...MODULES]) ?? {},
  }));
  const best = found.toSorted((a, b) => Object.keys(b.versions).length - Object.keys(a.versions).length)[0];
  if (!best || Object.keys(best.versions).length === 0) return { versions: {}, environment: {} };
  return { ...best, ...fastestKernels(best.path) };
}

/**
 * OpenBLAS picks its kernels by the processor's model; one that is newer than it gets the oldest kernels of all. Each rival is to be at
 * its best, so the sets of kernels are tried on a product, and the fastest is what Python's contestants get.
 */
function fastestKernels(path: string): Pick<Python, 'environment' | 'kernels'> {
  const own = run<Product>(path, ['product']);
  if (!own) return { environment: {} };
  const names = process.arch === 'x64' ? ['Haswell', 'Zen', 'SkylakeX'] : ['NeoverseN1', 'NeoverseV1'];
  const tried = names.flatMap((name) => {
    const product = run<Product>(path, ['product'], { OPENBLAS_CORETYPE: name });
    return product ? [{ name, ...product }] : [];
  });
  const best = tried.toSorted((a, b) => b.gigaflops - a.gigaflops)[0];
  const said = (product: Product) => `${product.kernel} (${product.gigaflops.toFixed(0)} GFLOP/s)`;
  if (!best || best.gigaflops < 1.1 * own.gigaflops)
    return { environment: {}, kernels: `${said(own)}, its own choice` };
  const kernels = `${said(best)}, told to with OPENBLAS_CORETYPE=${best.name}; its own choice is ${said(own)}`;
  return { environment: { OPENBLAS_CORETYPE: best.name }, kernels };
}
