import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { canPin } from './environment.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Those instructions of the processor that speed depends on, where the system tells. */
  readonly instructions: readonly string[];
  readonly memory: number;
  readonly system: string;
  /** Whether contestants of one thread were bound to one core. */
  readonly pinned: boolean;
  /** Load of the machine (1 minute mean) when the bench began. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    processor: `${cpus()[0].model}${modelNumbers()}`,
    cores: availableParallelism(),
    instructions: processorFlags().filter((flag) => /^(avx|avx2|fma|avx512f|asimd|sve)$/.test(flag)),
    memory: totalmem(),
    system: `${process.platform} ${process.arch}`,
    pinned: canPin,
    load: Number(loadavg()[0].toFixed(2)),
  };
}

const processorInfo = (): string => {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
};

const processorFlags = (): string[] =>
  /^(?:flags|Features)\s*:(.*)$/m.exec(processorInfo())?.[1].trim().split(' ') ?? [];

/** Virtual machines often hide the name, never the numbers. */
function modelNumbers(): string {
  const info = processorInfo();
  const number = (name: string) => new RegExp(`^${name}\\s*:\\s*(\\d+)$`, 'm').exec(info)?.[1];
  const family = number('cpu family');
  return family === undefined ? '' : ` (family ${family}, model ${number('model')})`;
}
