import { permutation } from '../../src/numeric/index.ts';
import type { UpdateOptimizer } from '../../src/nn/index.ts';
import type { ScheduleChoice } from '../../src/train/loop/rateClock.ts';
import type { Executor } from '../../src/tensor/index.ts';
import type { Batch } from '../../src/train/loop/stepper.ts';
import type { Part } from '../../src/train/loop/part.ts';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { ReadAndPrepare } from '../workloads/csv.ts';
import type { Product } from '../workloads/gemm.ts';
import { modelOf, SEED } from '../workloads/modelOf.ts';
import type { Predicting } from '../workloads/prediction.ts';
import type { Training } from '../workloads/training.ts';
import { flatten, initialLayers } from './layers.ts';
import { loadSources, type Net, type Sources } from './neumannSources.ts';

export interface NeumannOptions {
  readonly mode: 'exact' | 'fast';
  /** Whether fast mode may use the machine's BLAS. */
  readonly blas?: boolean;
  /** One when left out. */
  readonly threads?: number;
  /** Another checkout of the repository to take the sources from. */
  readonly root?: string;
}

function executorOf(
  { createWasmExecutor, nodeHost }: Sources,
  { mode, blas, threads = 1 }: NeumannOptions,
): Executor {
  const library = blas ? { blas: nodeHost.blas } : {};
  const team = threads > 1 ? { threads: nodeHost.threads, threadCount: threads } : {};
  return createWasmExecutor({ mode, ...library, ...team });
}

/** A revision from before there were modes says nothing. */
function meansOf(executor: Partial<Executor>): string {
  const { simd, blas, threads } = executor.means?.() ?? {};
  return simd === undefined ? '' : `${simd} SIMD, ${blas ?? 'no BLAS'}, threads: ${threads}`;
}

/** The steps of `Trainer`, by its own parts: rate, batch gathered row by row, gradient, check, update. */
export async function train(file: CaseFile, options: NeumannOptions): Promise<Runner> {
  const sources = await loadSources(options.root);
  const work = file.settings as Training;
  const optimizer = optimizerOf(sources, work);
  const rows = Math.min(sources.SLICE_ROWS, work.rows * work.batches);
  const executor = executorOf(sources, options);
  const net = new sources.Net(executor, {
    ...modelOf(work),
    rows,
    optimizer,
    decayBiases: true,
  });
  net.initialize(SEED);
  writeParameters(net, file);
  const stepper = new sources.Stepper(net, optimizer, SEED);
  const order = permutation(SEED, 'bench', 0, work.rows * work.batches);
  const batch: Batch = { part: partOf(file, order), order, start: 0, end: 0 };
  const clock = clockOf(sources, work);
  const progress = { epochs: 0, steps: 0, history: [] };
  return {
    run(steps) {
      for (let i = 0; i < steps; i++) {
        batch.start = (progress.steps % work.batches) * work.rows;
        batch.end = batch.start + work.rows;
        const scalars = clock.next(progress);
        stepper.load(batch, scalars.step);
        if (!stepper.step(scalars).finite) throw new Error('The loss is no longer finite.');
        progress.steps++;
      }
    },
    numbers: () => readParameters(net),
    about: () => meansOf(executor),
  };
}

function optimizerOf({ optimizers }: Sources, { optimizer, learningRate, momentum, weightDecay }: Training) {
  const definition = optimizers[optimizer] as unknown as UpdateOptimizer<unknown>;
  const own = { sgd: { momentum }, adam: {}, adamW: { weightDecay } }[optimizer];
  return { definition, options: definition.options.parse({ learningRate, ...own }) };
}

function clockOf({ RateClock, schedules }: Sources, { learningRate }: Training) {
  const definition = schedules.constant as unknown as ScheduleChoice['definition'];
  const schedule = { definition, options: schedules.constant.options.parse({}) };
  return new RateClock(schedule, { learningRate, totalEpochs: 1, totalSteps: 1 });
}

/** The rows as they would lie in a table whose shuffled order gives the case's batches. */
function partOf({ arrays, settings }: CaseFile, order: Int32Array): Part {
  const width = (settings as Training).sizes[0];
  const features = scatter(arrays.features as Float32Array, width, order);
  const targets = scatter(arrays.targets as Float32Array | Int32Array, 1, order);
  const none = { codes: new Int32Array(0), codesWidth: 0, labels: {}, values: {}, weights: [undefined] };
  return { rows: targets.length, features, width, targets: { y: targets }, ...none };
}

function scatter<Numbers extends Float32Array | Int32Array>(
  from: Numbers,
  width: number,
  order: Int32Array,
): Numbers {
  const to = from.slice() as Numbers;
  order.forEach((row, at) => to.set(from.subarray(at * width, (at + 1) * width), row * width));
  return to;
}

/** The plan has all weights before all biases; each kind is in the order of the layers. */
function parameterViews(net: Net): { readonly weights: Float32Array[]; readonly biases: Float32Array[] } {
  const ofRank = (rank: number) =>
    net.plan.parameters
      .filter(({ slot }) => slot.shape.length === rank)
      .map(({ slot }) => net.session.view(slot) as Float32Array);
  return { weights: ofRank(2), biases: ofRank(1) };
}

function writeParameters(net: Net, file: CaseFile): void {
  const { weights, biases } = parameterViews(net);
  for (const [index, layer] of initialLayers(file).entries()) {
    weights[index].set(layer.weights);
    biases[index].set(layer.biases);
  }
}

function readParameters(net: Net): Float32Array {
  const { weights, biases } = parameterViews(net);
  return flatten(weights.flatMap((array, index) => [array, biases[index]]));
}

export async function multiply({ arrays, settings }: CaseFile, options: NeumannOptions): Promise<Runner> {
  const sources = await loadSources(options.root);
  const { matmul, read } = sources;
  const executor = executorOf(sources, options);
  const { m, k, n, transposeA, transposeB } = settings as Product;
  const slot = (name: string, shape: readonly number[]) =>
    ({ block: name, name, offset: 0, shape, dtype: 'f32' }) as const;
  const a = slot('a', transposeA ? [k, m] : [m, k]);
  const b = slot('b', transposeB ? [n, k] : [k, n]);
  const product = slot('product', [m, n]);
  const layout = [a, b, product].map(({ name, shape }) => ({
    name,
    dtype: 'f32' as const,
    length: shape[0] * shape[1],
  }));
  const session = executor.open(layout);
  session.view(a).set(arrays.a);
  session.view(b).set(arrays.b);
  session.add({
    name: 'multiply',
    assignments: [{ slot: product, value: matmul(read(a), read(b), { transposeA, transposeB }) }],
  });
  return {
    run: (steps) => {
      for (let i = 0; i < steps; i++) session.run('multiply');
    },
    numbers: () => Float32Array.from(session.view(product)),
    about: () => meansOf(executor),
  };
}

/** Raw values to probabilities: one row as an object, several as rows of a table. */
export async function predict(
  { folder, arrays, settings }: CaseFile,
  options: NeumannOptions,
): Promise<Runner> {
  const sources = await loadSources(options.root);
  const { loadModel, readBytes, tableFromColumns } = sources;
  const executor = executorOf(sources, options);
  const { columns, rows, calls, classes } = settings as Predicting;
  const model = loadModel(readBytes(folder, 'model.safetensors'), { executor });
  const values = columns.map(
    (name, i) => [name, arrays.values.subarray(i * rows * calls, (i + 1) * rows * calls)] as const,
  );
  const table = tableFromColumns(Object.fromEntries(values.map(([name, own]) => [name, [...own]])));
  const objects = Array.from({ length: calls }, (_, row) =>
    Object.fromEntries(values.map(([name, own]) => [name, own[row]])),
  );
  const batches = Array.from({ length: calls }, (_, call) =>
    Int32Array.from({ length: rows }, (__, i) => call * rows + i),
  );
  const probabilities = new Float32Array(rows * classes);
  let done = 0;
  const one = (): void => {
    const prediction = model.predict(objects[done++ % calls]);
    if (prediction.task === 'classification') probabilities.set(Object.values(prediction.probabilities));
  };
  const several = (): void => {
    const [prediction] = model.predictTable(table, batches[done++ % calls]).predictions;
    if (prediction.task === 'classification') probabilities.set(prediction.probabilities);
  };
  const call = rows === 1 ? one : several;
  return {
    run: (steps) => {
      for (let i = 0; i < steps; i++) call();
    },
    numbers: () => probabilities,
    about: () => meansOf(executor),
  };
}

/** From the file's bytes to the matrix of the rows, as a run does it. */
export async function read({ folder, settings }: CaseFile, options: NeumannOptions): Promise<Runner> {
  const { fitPreparation, inferKinds, join, readTableFile } = await loadSources(options.root);
  const { file, numbers, compared } = settings as ReadAndPrepare;
  let first = new Float32Array(compared * numbers);
  return {
    async run(steps) {
      for (let i = 0; i < steps; i++) {
        const { table } = await readTableFile(join(folder, file));
        const { kinds } = inferKinds(table);
        const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
        const fitted = fitPreparation(
          { numbers: 'standardise', missingIndicator: false },
          table,
          kinds,
          rows,
        );
        const { features, width } = fitted.apply(table);
        first = Float32Array.from(
          { length: compared * numbers },
          (_, at) => features[Math.floor(at / numbers) * width + (at % numbers)],
        );
      }
    },
    numbers: () => first,
  };
}
