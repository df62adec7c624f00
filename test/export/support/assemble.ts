import { fitPreparation, fitTarget, type PreparationSettings } from '../../../src/data/prepare/index.ts';
import { findColumn, inferKinds, tableFromObjects, type ColumnKind } from '../../../src/data/table/index.ts';
import type { LayerSpec } from '../../../src/nn/define.ts';
import { losses as allLosses } from '../../../src/nn/losses/index.ts';
import {
  builtInLibrary,
  initialParameters,
  type Library,
  type LossSetting,
  type OutputSpec,
} from '../../../src/nn/trace/index.ts';
import { randomStream } from '../../../src/numeric/index.ts';
import { Model, type ModelParts } from '../../../src/train/index.ts';
import { targetFacts } from '../../../src/train/setup/fit.ts';
import { outputUnits } from '../../../src/train/setup/outputShape.ts';
import { inputSpec } from '../../../src/train/setup/trainerSetup.ts';
import type { Executor } from '../../../src/tensor/index.ts';
import { rawRows, type RawRow } from './rows.ts';

export interface Assembly {
  readonly executor: Executor;
  readonly rows?: readonly RawRow[];
  /** Columns to look at; all but the targets when left out. */
  readonly columns?: readonly string[];
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  /** Loss by target. */
  readonly targets?: Readonly<Record<string, Omit<LossSetting, 'output'>>>;
  readonly preparation?: PreparationSettings;
  readonly trunk?: readonly LayerSpec[];
  /** What differs in the outputs. */
  readonly output?: Partial<OutputSpec>;
  readonly members?: number;
  readonly library?: Library;
}

const TARGETS = ['kind', 'answer', 'price'];

/** A model as if trained: fitted on rows, its weights and statistics drawn at random. */
export function assemble({
  executor,
  rows = rawRows(160),
  columns,
  kinds: given = { grade: 'category' },
  targets = { kind: { name: 'crossEntropy' } },
  preparation = {},
  trunk = [{ name: 'dense', units: 5 }, { name: 'activation' }],
  output = {},
  members = 1,
  library = builtInLibrary,
}: Assembly): Model {
  const { table } = tableFromObjects(rows);
  const all = Int32Array.from(rows, (_, i) => i);
  const { kinds } = inferKinds(table, given, TARGETS);
  const names = columns ?? Object.keys(kinds).filter((name) => !TARGETS.includes(name));
  const own = Object.fromEntries(names.map((name) => [name, kinds[name]]));
  const fittedTargets = Object.keys(targets).map((name) =>
    fitTarget({}, findColumn(table, name), name === 'price' ? 'regression' : 'classification', all),
  );
  const fitted = { preparation: fitPreparation(preparation, table, own, all), targets: fittedTargets };
  const outputs = fittedTargets.map((target) => {
    const loss = allLosses[targets[target.name].name as keyof typeof allLosses];
    return { name: target.name, units: outputUnits(loss as never, targetFacts(target)), ...output };
  });
  const parts: ModelParts = {
    recipe: {} as ModelParts['recipe'],
    settings: {
      model: { input: inputSpec(fitted.preparation), trunk, outputs },
      losses: Object.entries(targets).map(([name, loss]) => ({ ...loss, output: name }) as LossSetting),
      library,
    },
    fitted,
    columns: {},
    targetTypes: {},
    nets: [],
    dataSha256: '0'.repeat(64),
  };
  return new Model({ ...parts, nets: netsOf(new Model(parts, executor), executor, members) }, executor);
}

function netsOf({ plan }: Model, executor: Executor, members: number): ModelParts['nets'] {
  const block = (values: Float64Array) =>
    executor.name === 'reference' ? values : Float32Array.from(values);
  return Array.from({ length: members }, (_, seed) => {
    const stream = randomStream(seed, 'test', 'weights');
    const parameters = initialParameters(plan, seed).map((value, i) => value + 0.2 * stream.normal(i));
    const buffers = new Float64Array(plan.slots.buffers.shape[0]).map((_, i) => 0.5 + stream.uniform(i));
    return { parameters: block(parameters), buffers: block(buffers) };
  });
}
