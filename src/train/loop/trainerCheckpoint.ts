import { NeumannError } from '../../errors.ts';
import type { Minimizer } from '../../nn/define.ts';
import type { StoredTensor } from '../safetensors/index.ts';
import type { Net, Numbers, Snapshot } from './net.ts';
import type { Progress } from './progress.ts';

/** Everything a training needs to go on with the same bytes: named arrays, and JSON for the rest. */
export interface TrainerCheckpoint {
  readonly arrays: Readonly<Record<string, StoredTensor>>;
  readonly json: string;
}

export interface TrainerState {
  progress: Progress;
  best: Snapshot | undefined;
  rowLosses: Float64Array | undefined;
  memory: Record<string, number>;
}

const flat = (data: StoredTensor['data']): StoredTensor => ({ shape: [data.length], data });

export function saveTrainer(
  net: Net,
  minimizer: Minimizer | undefined,
  state: TrainerState,
): TrainerCheckpoint {
  const { progress, best, rowLosses, memory } = state;
  const saved = minimizer?.save();
  const numbers: Record<string, Numbers | undefined> = {
    parameters: net.parameters.slice(),
    buffers: net.buffers.slice(),
    average: net.average,
    ...prefixed('state.', net.state),
    'best.parameters': best?.parameters,
    'best.buffers': best?.buffers,
    rowLosses,
    ...prefixed('minimizer.', saved?.arrays ?? {}),
  };
  const arrays = Object.fromEntries(
    Object.entries(numbers).flatMap(([name, data]) => (data ? [[name, flat(data.slice())]] : [])),
  );
  return { arrays, json: toJson({ progress, memory, minimizer: saved?.numbers ?? null }) };
}

/** Puts a checkpoint back. The net must be of the same plan: arrays of another length are refused. */
export function restoreTrainer(
  { arrays, json }: TrainerCheckpoint,
  net: Net,
  minimizer: Minimizer | undefined,
): TrainerState {
  const { progress, memory, minimizer: numbers } = fromJson(json);
  fill(net.parameters, arrays, 'parameters');
  fill(net.buffers, arrays, 'buffers');
  if (net.average) fill(net.average, arrays, 'average');
  for (const [name, view] of Object.entries(net.state)) fill(view, arrays, `state.${name}`);
  if (minimizer && numbers) minimizer.restore({ numbers, arrays: unprefixed('minimizer.', arrays) });
  return {
    progress,
    memory,
    best: bestOf(net, arrays),
    rowLosses: arrays.rowLosses?.data as Float64Array | undefined,
  };
}

function bestOf(net: Net, arrays: TrainerCheckpoint['arrays']): Snapshot | undefined {
  if (!arrays['best.parameters']) return undefined;
  const best = net.snapshot();
  fill(best.parameters, arrays, 'best.parameters');
  fill(best.buffers, arrays, 'best.buffers');
  return best;
}

function fill(view: Numbers, arrays: TrainerCheckpoint['arrays'], name: string): void {
  const data = arrays[name]?.data;
  if (data?.length !== view.length) {
    throw new NeumannError(
      'checkpoint',
      `The checkpoint does not fit this recipe: "${name}" has ${data?.length ?? 0} numbers, not ${view.length}.`,
    );
  }
  view.set(data);
}

function prefixed<Data>(prefix: string, arrays: Readonly<Record<string, Data>>): Record<string, Data> {
  return Object.fromEntries(Object.entries(arrays).map(([name, data]) => [prefix + name, data]));
}

function unprefixed(prefix: string, arrays: TrainerCheckpoint['arrays']): Record<string, Float64Array> {
  const own = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    own.map(([name, { data }]) => [name.slice(prefix.length), Float64Array.from(data)]),
  );
}

interface Plain {
  progress: Progress;
  memory: Record<string, number>;
  minimizer: Record<string, number> | null;
}

/** JSON has no infinities: they are written as words. */
function toJson(plain: Plain): string {
  return JSON.stringify(plain, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? `number:${value}` : value,
  );
}

function fromJson(json: string): Plain {
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('number:') ? Number(value.slice(7)) : value,
  ) as Plain;
}
