import type { Machine } from './machine.ts';
import type { Race, RaceSettings } from './race.ts';
import type { StartUp } from './startUp.ts';
import type { Target } from './targets.ts';

export interface Results {
  readonly date: string;
  readonly machine: Machine;
  /** By library. */
  readonly versions: Readonly<Record<string, string>>;
  /** How the BLAS kernels of Python's contestants were chosen. */
  readonly pythonKernels?: string;
  /** Libraries that are not on this machine, so that who needs them stayed away. */
  readonly missing: readonly string[];
  readonly settings: RaceSettings;
  readonly targets: readonly Target[];
  readonly races: readonly Race[];
  readonly startUp?: StartUp;
}
