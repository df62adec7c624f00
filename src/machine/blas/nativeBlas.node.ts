import process from 'node:process';
import type { Blas, Sgemm } from '../../tensor/index.ts';
import type { Candidate } from './candidates.node.ts';
import { CORE_VARIABLE } from './cores.node.ts';
import type { Koffi, NativeLibrary } from './koffi.node.ts';

/** What another thread of this process needs to open it too. */
export interface BlasKey {
  readonly candidate: Candidate;
  readonly tell: string | undefined;
}

/** A BLAS in this process. */
export interface NativeBlas extends Blas {
  /** Which of its kernels OpenBLAS took. */
  readonly core?: string;
  readonly sgemm: SgemmFunction;
}

/** The C function: row-major, no conjugates; addresses as numbers. */
type SgemmFunction = (
  order: number,
  transposeA: number,
  transposeB: number,
  m: number | bigint,
  n: number | bigint,
  k: number | bigint,
  alpha: number,
  a: bigint,
  strideA: number | bigint,
  b: bigint,
  strideB: number | bigint,
  beta: number,
  c: bigint,
  strideC: number | bigint,
) => void;

export const ROW_MAJOR = 101;
export const [NOT_TRANSPOSED, TRANSPOSED] = [111, 112];

/** Integers of C's `int`; `int64_t` for finding out whether the library takes them for wider ones. */
function prototype(integer: 'int' | 'int64_t'): string {
  const i = integer;
  return `void cblas_sgemm(int, int, int, ${i}, ${i}, ${i}, float, uintptr_t, ${i}, uintptr_t, ${i}, float, uintptr_t, ${i})`;
}

/** Loads a library, for one thread: ours are the only ones. Throws where it can't be loaded or has no `cblas_sgemm`. */
export function loadBlas(
  koffi: Koffi,
  candidate: Candidate,
  core: string | undefined,
  integer: 'int' | 'int64_t' = 'int',
): NativeBlas {
  const { kind, path } = candidate;
  const library = withEnvironment(
    {
      OPENBLAS_NUM_THREADS: '1',
      BLIS_NUM_THREADS: '1',
      VECLIB_MAXIMUM_THREADS: '1',
      MKL_NUM_THREADS: '1',
      MKL_THREADING_LAYER: 'SEQUENTIAL',
      ...(core !== undefined && { [CORE_VARIABLE]: core }),
    },
    () => koffi.load(path),
  );
  const sgemm = library.func(prototype(integer)) as unknown as SgemmFunction;
  useOneThread(library);
  const { version, core: used } = describe(library);
  const name = [kind === 'BLAS' ? 'BLAS' : kind, version, used && `(${used} kernels)`]
    .filter(Boolean)
    .join(' ');
  const key: BlasKey = { candidate, tell: core };
  return { name, key, core: used, sgemm, bind: (memory, product) => bind(koffi, sgemm, memory, product) };
}

/** Runs with variables that libraries read while they are loaded; afterwards the environment is as before. */
function withEnvironment<T>(variables: Readonly<Record<string, string>>, body: () => T): T {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return body();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function optional(library: NativeLibrary, prototypeText: string) {
  try {
    return library.func(prototypeText);
  } catch {
    return undefined;
  }
}

function useOneThread(library: NativeLibrary): void {
  optional(library, 'void openblas_set_num_threads(int)')?.(1);
  optional(library, 'void MKL_Set_Num_Threads(int)')?.(1);
  optional(library, 'void bli_thread_set_num_threads(int64_t)')?.(1);
}

function describe(library: NativeLibrary): { version?: string; core?: string } {
  const config = optional(library, 'const char *openblas_get_config()')?.() as string | undefined;
  if (config !== undefined) {
    const core = optional(library, 'const char *openblas_get_corename()')?.() as string | undefined;
    return { version: /OpenBLAS (\S+)/.exec(config)?.[1], core };
  }
  const blis = optional(library, 'const char *bli_info_get_version_str()')?.() as string | undefined;
  if (blis !== undefined) return { version: blis };
  const mklVersion = optional(library, 'void mkl_get_version_string(uint8_t *, int)');
  if (mklVersion === undefined) return {};
  const text = new Uint8Array(200);
  mklVersion(text, text.length);
  return { version: /Version (\S+)/.exec(new TextDecoder().decode(text))?.[1] };
}

function bind(koffi: Koffi, sgemm: SgemmFunction, memory: ArrayBufferLike, product: Sgemm): () => void {
  const { m, n, k, a, b, c } = product;
  const base = koffi.address(new Uint8Array(memory));
  const [transposeA, transposeB] = [a, b].map(({ transposed }) => (transposed ? TRANSPOSED : NOT_TRANSPOSED));
  const [atA, atB, atC] = [a, b, c].map(({ address }) => base + BigInt(address));
  return () =>
    sgemm(ROW_MAJOR, transposeA, transposeB, m, n, k, 1, atA, a.stride, atB, b.stride, 0, atC, c.stride);
}
