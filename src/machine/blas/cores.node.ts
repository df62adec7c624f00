import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * OpenBLAS has kernels for many processors and knows them by their models: for one newer than itself it takes those of 2004. It can be
 * told better by a variable in the environment.
 */
export const CORE_VARIABLE = 'OPENBLAS_CORETYPE';

/** Lanes that the kernels of OpenBLAS's cores compute at once, for x86. */
const lanes: Readonly<Record<string, number>> = {
  Haswell: 8,
  Zen: 8,
  Excavator: 8,
  Steamroller: 8,
  Piledriver: 8,
  Bulldozer: 8,
  Sandybridge: 8,
  SkylakeX: 16,
  Cooperlake: 16,
  Sapphirerapids: 16,
};

/** What the processor's instructions allow: `SkylakeX` (AVX-512), `Haswell` (AVX2 with FMA), or undefined where that is not known. */
export function bestCore(flags: ReadonlySet<string>): 'SkylakeX' | 'Haswell' | undefined {
  const has = (...names: string[]): boolean => names.every((name) => flags.has(name));
  if (has('avx512f', 'avx512dq', 'avx512bw', 'avx512vl', 'avx512cd')) return 'SkylakeX';
  return has('avx2', 'fma') ? 'Haswell' : undefined;
}

/** Whether the kernels of `core` leave lanes unused that those of `better` would use. */
export function isBehind(core: string, better: string): boolean {
  return (lanes[core] ?? 4) < lanes[better];
}

/** What the processor can, as Linux says; nothing elsewhere. */
export function processorFlags(): ReadonlySet<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return new Set();
  try {
    const line = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'));
    return new Set(line?.[1].trim().split(' '));
  } catch {
    return new Set();
  }
}
