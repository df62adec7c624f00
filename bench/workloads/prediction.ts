import { exportOnnx } from '../../src/export/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { train, writeModel } from '../../src/index.ts';
import type { Case, Workload } from './workload.ts';

export interface Predicting {
  readonly columns: readonly string[];
  /** Of one call, and how many different calls' worth there are. */
  readonly rows: number;
  readonly calls: number;
  readonly classes: number;
}

const columns = Array.from({ length: 30 }, (_, i) => `x${i}`);
const CALLS = 16;

/** From raw values to probabilities: preparation and net, one row a call and many. */
export const prediction: Workload = {
  name: 'predict',
  title: 'Prediction',
  async cases() {
    const model = await trained();
    const files = { 'model.safetensors': writeModel(model), 'model.onnx': exportOnnx(model) };
    return [1, 32, 1024].map((rows) => caseOf(rows, files));
  },
};

function caseOf(rows: number, files: Case['files']): Case {
  const stream = randomStream(5, 'bench', 'rows');
  return {
    name: `predict ${rows}`,
    title: `a 30-64-32-2 model, standardised columns, ${rows === 1 ? 'one row' : `${rows} rows`} a call`,
    kind: 'predict',
    settings: { columns, rows, calls: CALLS, classes: 2 } satisfies Predicting,
    arrays: {
      values: Float32Array.from({ length: columns.length * rows * CALLS }, (_, i) => stream.normal(i)),
    },
    files,
    compared: { steps: CALLS, tolerance: 1e-5 },
    counted: { unit: 'row', each: rows },
    rounds: 7,
  };
}

/** A model that has learned a little: speed does not depend on how much. */
async function trained() {
  const stream = randomStream(6, 'bench', 'model');
  const rows = Array.from({ length: 400 }, (_, row) => {
    const values = columns.map((name, i) => [name, stream.normal(row * columns.length + i)] as const);
    return { ...Object.fromEntries(values), y: values[0][1] + values[1][1] > 0 ? 'yes' : 'no' };
  });
  const set = [
    'model.hidden=[64,32]',
    'model.linearPath=none',
    'model.members=1',
    'preparation.numbers=standardise',
    'stopping.epochs=5',
    'stopping.folds=0',
  ];
  return (await train({ data: rows, target: 'y', set })).model;
}
