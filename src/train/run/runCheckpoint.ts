import { NeumannError } from '../../errors.ts';
import type { Snapshot, TrainerCheckpoint, TrainerOutcome } from '../loop/index.ts';
import type { EngineFacts } from '../engine/index.ts';
import { readSafetensors, writeSafetensors, type StoredTensor } from '../safetensors/index.ts';

/** A net whose training is over. */
export interface FinishedNet {
  readonly outcome: TrainerOutcome;
  /** Kept for members of the model alone: folds only tell their epochs and scores. */
  readonly snapshot?: Snapshot;
}

/** A run between two steps: what is finished, and the training in progress. */
export interface RunCheckpoint {
  /** The recipe it is of, as JSON; a checkpoint goes on with no other. */
  readonly recipe: string;
  readonly dataSha256: string;
  readonly folds: readonly FinishedNet[];
  readonly members: readonly FinishedNet[];
  readonly current?: TrainerCheckpoint;
  /** How the run is computed; missing where that was not chosen for it. */
  readonly engine?: EngineFacts;
}

const flat = (data: StoredTensor['data']): StoredTensor => ({ shape: [data.length], data });

/** As the bytes of a safetensors file. */
export function writeRunCheckpoint({
  recipe,
  dataSha256,
  folds,
  members,
  current,
  engine,
}: RunCheckpoint): Uint8Array<ArrayBuffer> {
  const tensors: Record<string, StoredTensor> = {};
  members.forEach(({ snapshot }, index) => {
    if (!snapshot) return;
    tensors[`member${index}.parameters`] = flat(snapshot.parameters);
    tensors[`member${index}.buffers`] = flat(snapshot.buffers);
  });
  for (const [name, tensor] of Object.entries(current?.arrays ?? {})) tensors[`current.${name}`] = tensor;
  const outcomes = JSON.stringify({ folds: folds.map(outcomeOf), members: members.map(outcomeOf) });
  const metadata = {
    kind: 'neumann checkpoint',
    recipe,
    dataSha256,
    outcomes,
    ...(current && { current: current.json }),
    ...(engine && { engine: JSON.stringify(engine) }),
  };
  return writeSafetensors({ tensors, metadata });
}

const outcomeOf = ({ outcome }: FinishedNet): TrainerOutcome => outcome;

/** Throws a NeumannError('checkpoint') for anything but a whole checkpoint file. */
export function readRunCheckpoint(bytes: Uint8Array, what = 'The checkpoint'): RunCheckpoint {
  const { tensors, metadata } = readSafetensors(bytes, what);
  if (metadata.kind !== 'neumann checkpoint')
    throw new NeumannError('checkpoint', `${what} is no checkpoint of a run.`);
  const outcomes = JSON.parse(metadata.outcomes) as { folds: TrainerOutcome[]; members: TrainerOutcome[] };
  const arrays = Object.entries(tensors).flatMap(([name, tensor]) =>
    name.startsWith('current.') ? [[name.slice('current.'.length), tensor] as const] : [],
  );
  return {
    recipe: metadata.recipe,
    dataSha256: metadata.dataSha256,
    folds: outcomes.folds.map((outcome) => ({ outcome })),
    members: outcomes.members.map((outcome, index) => ({ outcome, snapshot: snapshotAt(tensors, index) })),
    ...(metadata.current !== undefined && {
      current: { arrays: Object.fromEntries(arrays), json: metadata.current },
    }),
    ...(metadata.engine !== undefined && { engine: JSON.parse(metadata.engine) as EngineFacts }),
  };
}

function snapshotAt(tensors: Readonly<Record<string, StoredTensor>>, index: number): Snapshot {
  const parameters = tensors[`member${index}.parameters`].data;
  const buffers = tensors[`member${index}.buffers`].data;
  return { parameters, buffers } as Snapshot;
}
