import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** A file that may be a BLAS. */
export interface Candidate {
  readonly kind: 'OpenBLAS' | 'MKL' | 'BLIS' | 'Accelerate' | 'BLAS';
  readonly path: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that names a library, or `none`. */
export const BLAS_VARIABLE = 'NEUMANN_BLAS';

/** Where the system keeps it: it is no file there. */
const accelerate = '/System/Library/Frameworks/Accelerate.framework/Accelerate';

/** Names of files, in the order in which they are tried. */
const names: Readonly<Record<string, readonly (readonly [Candidate['kind'], string])[]>> = {
  linux: [
    ['OpenBLAS', 'libopenblas.so.0'],
    ['OpenBLAS', 'libopenblas.so'],
    ['MKL', 'libmkl_rt.so.2'],
    ['MKL', 'libmkl_rt.so'],
    ['BLIS', 'libblis.so.4'],
    ['BLIS', 'libblis.so'],
  ],
  darwin: [['OpenBLAS', 'libopenblas.dylib']],
  win32: [
    ['OpenBLAS', 'libopenblas.dll'],
    ['OpenBLAS', 'openblas.dll'],
    ['MKL', 'mkl_rt.2.dll'],
  ],
};

const triplets: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

function folders(environment: Environment, platform: string): readonly string[] {
  const conda = environment.CONDA_PREFIX === undefined ? [] : [environment.CONDA_PREFIX];
  if (platform === 'win32')
    return [
      ...(environment.PATH ?? '').split(delimiter),
      ...conda.map((at) => join(at, 'Library', 'bin')),
    ].filter((folder) => folder !== '');
  const own = (environment.LD_LIBRARY_PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inConda = conda.map((at) => join(at, 'lib'));
  if (platform === 'darwin')
    return [...own, ...inConda, '/opt/homebrew/opt/openblas/lib', '/usr/local/opt/openblas/lib'];
  const triplet = triplets[process.arch];
  const system = triplet === undefined ? [] : [`/usr/lib/${triplet}`, `/lib/${triplet}`];
  const usual = [
    '/usr/local/lib',
    '/usr/lib64',
    '/usr/lib',
    '/opt/OpenBLAS/lib',
    '/opt/intel/oneapi/mkl/latest/lib',
  ];
  return [...own, ...inConda, ...system, ...usual];
}

/** The libraries that are there, the first to be tried first. `NEUMANN_BLAS` names the one and only; `none` means none. */
export function blasCandidates(environment: Environment, platform: string = process.platform): Candidate[] {
  const named = environment[BLAS_VARIABLE];
  if (named === 'none') return [];
  if (named !== undefined && named !== '') return [{ kind: kindOf(named), path: named }];
  const places = folders(environment, platform);
  const found = (names[platform] ?? []).flatMap(([kind, name]) =>
    places.flatMap((folder) =>
      existsSync(join(folder, name)) ? [{ kind, path: realpathSync(join(folder, name)) }] : [],
    ),
  );
  const all: Candidate[] =
    platform === 'darwin' ? [{ kind: 'Accelerate', path: accelerate }, ...found] : found;
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at);
}

function kindOf(path: string): Candidate['kind'] {
  const name = path.toLowerCase();
  if (name.includes('accelerate')) return 'Accelerate';
  if (name.includes('mkl')) return 'MKL';
  if (name.includes('blis')) return 'BLIS';
  return name.includes('openblas') ? 'OpenBLAS' : 'BLAS';
}
