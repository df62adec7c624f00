import { NeumannError } from '../../errors.ts';
import { planModel } from '../../nn/trace/index.ts';
import type { Executor } from '../../tensor/index.ts';
import { executorNamed } from '../executors.ts';
import { builtIn, parseRecipe, withOwn, type OwnThings, type ResolvedRecipe } from '../recipe/index.ts';
import { readSafetensors, writeSafetensors, type StoredTensor } from '../safetensors/index.ts';
import { restorePreparation, restoreTarget } from '../../data/prepare/index.ts';
import { targetFacts, type Fitted } from '../setup/fit.ts';
import { inputSpec, modelSettings } from '../setup/trainerSetup.ts';
import { Model, type ModelParts } from './model.ts';
import { NUMERICS_VERSION } from './numericsVersion.ts';
import { snapshotOf, tensorsOf } from './parameterTensors.ts';

/** What `kind` in a model file's metadata says. */
const KIND = 'neumann model';
/** Raised when an old reader would misread a new file. */
const VERSION = '1';

/**
 * A model as the bytes of one safetensors file. Weights have their own names (`dense1.weight`, [in, out]); where a model has
 * several nets, each name begins with the net's number (`0/dense1.weight`). Metadata, all JSON: `recipe`, `model` (the net
 * layer by layer), `preparation`, `targets`, `columns`; and `dataSha256`, `numerics`.
 */
export function writeModel(model: Model): Uint8Array<ArrayBuffer> {
  const { recipe, settings, fitted, columns, targetTypes, nets, dataSha256 } = model.parts;
  const tensors: Record<string, StoredTensor> = {};
  nets.forEach((net, index) => {
    for (const [name, tensor] of Object.entries(tensorsOf(model.plan, net))) {
      tensors[nets.length === 1 ? name : `${index}/${name}`] = tensor;
    }
  });
  const metadata = {
    kind: KIND,
    version: VERSION,
    numerics: String(NUMERICS_VERSION),
    recipe: JSON.stringify(recipe),
    model: JSON.stringify(settings.model),
    preparation: JSON.stringify(fitted.preparation),
    targets: JSON.stringify(fitted.targets),
    columns: JSON.stringify({ inputs: columns, targets: targetTypes }),
    dataSha256,
  };
  return writeSafetensors({ tensors, metadata });
}

export interface LoadOptions {
  /** How the file is called in messages. */
  readonly name?: string;
  /** Where left out, the one the model was trained by: its weights have the same bits there. */
  readonly executor?: Executor;
  /** Definitions of one's own that its recipe names. */
  readonly own?: OwnThings;
}

/** Reads a model file. Throws a NeumannError for one that is cut short, altered, of a newer version, or no model. */
export function loadModel(
  bytes: Uint8Array,
  { name = 'The model file', executor, own }: LoadOptions = {},
): Model {
  const { tensors, metadata } = readSafetensors(bytes, name);
  if (metadata.kind !== KIND) throw new NeumannError('modelFile', `${name} is no model of Neumann's.`);
  if (metadata.version !== VERSION) {
    throw new NeumannError(
      'modelFile',
      `${name} is of version ${metadata.version}, which this version of Neumann cannot read; update it.`,
    );
  }
  const isDouble = Object.values(tensors).some(({ data }) => data instanceof Float64Array);
  const runner = executor ?? executorNamed(isDouble ? 'reference' : undefined);
  const things = own ? withOwn(own) : builtIn;
  const recipe = parseRecipe(JSON.parse(metadata.recipe), things) as ResolvedRecipe;
  const fitted = readFitted(metadata);
  const { inputs, targets } = JSON.parse(metadata.columns) as {
    inputs: ModelParts['columns'];
    targets: ModelParts['targetTypes'];
  };
  const settings = modelSettings({
    recipe,
    things,
    executor: runner,
    input: inputSpec(fitted.preparation),
    targets: fitted.targets.map(targetFacts),
    weighted: false,
  });
  const empty = {
    recipe,
    settings,
    fitted,
    columns: inputs,
    targetTypes: targets,
    nets: [],
    dataSha256: metadata.dataSha256,
  };
  return withNets(empty, runner, tensors);
}

function readFitted({ preparation, targets }: Readonly<Record<string, string>>): Fitted {
  return {
    preparation: restorePreparation(JSON.parse(preparation)),
    targets: (JSON.parse(targets) as unknown[]).map(restoreTarget),
  };
}

/** The weights need the plan, and the plan needs all the rest. */
function withNets(
  parts: ModelParts,
  executor: Executor,
  tensors: Readonly<Record<string, StoredTensor>>,
): Model {
  const plan = planModel({ ...parts.settings, rows: 1 });
  const numbers = new Set(Object.keys(tensors).map((key) => /^(\d+)\//.exec(key)?.[1]));
  const nets = numbers.has(undefined)
    ? [snapshotOf(plan, tensors)]
    : [...numbers].map((number) => snapshotOf(plan, withoutPrefix(tensors, `${number}/`)));
  return new Model({ ...parts, nets }, executor);
}

function withoutPrefix(
  tensors: Readonly<Record<string, StoredTensor>>,
  prefix: string,
): Record<string, StoredTensor> {
  const own = Object.entries(tensors).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
}
