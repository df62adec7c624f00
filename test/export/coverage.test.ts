import { describe, expect, it } from 'vitest';
import { scalers } from '../../src/data/prepare/index.ts';
import { dateParts } from '../../src/data/prepare/index.ts';
import { activations } from '../../src/nn/activations/index.ts';
import type { LayerSpec } from '../../src/nn/define.ts';
import { layers } from '../../src/nn/layers/index.ts';
import { losses } from '../../src/nn/losses/index.ts';
import { createReferenceExecutor } from '../../src/tensor/index.ts';
import type { Model } from '../../src/train/index.ts';
import { assemble, type Assembly } from './support/assemble.ts';
import { oddRows, rawRows } from './support/rows.ts';
import { numbersOfModel, numbersOfRun, runOnnx } from './support/runOnnx.ts';
import { largestDifference, loadExported, numbersOf, predictionsOf } from './support/runTypeScript.ts';

/** In float64, so that the files' own code is seen, not rounding. */
const executor = createReferenceExecutor();
const rows = [...rawRows(40, 2), ...oddRows];

async function expectSame(model: Model, onnx = 1e-5): Promise<void> {
  const { predict, predictAll } = await loadExported(model);
  const ours = predictAll(rows);
  const theirs = predictionsOf(model, rows);
  expect(largestDifference(numbersOf(ours), numbersOf(theirs))).toBeLessThan(1e-10);
  expect(classesOf(ours)).toEqual(classesOf(theirs));
  expect(numbersOf(theirs).filter(Number.isFinite).length).toBeGreaterThan(0.9 * numbersOf(theirs).length);
  expect(predict(rows[0])).toEqual(ours[0]);
  const run = await runOnnx(model, rows, { numbers: 'double' });
  expect(largestDifference(numbersOfRun(run), numbersOfModel(model, rows))).toBeLessThan(onnx);
}

const classesOf = (predictions: unknown[]): unknown[] =>
  predictions.map((each) => (each as { class?: string }).class);

const build = (assembly: Omit<Assembly, 'executor'>): Model => assemble({ executor, ...assembly });

/** Options that some need, and others that are worth a look. */
const layerCases: Readonly<Record<keyof typeof layers, readonly LayerSpec[] | null>> = {
  dense: [
    { name: 'dense', units: 3, bias: false },
    { name: 'dense', units: 4, label: 'a "label"' },
  ],
  activation: [{ name: 'activation' }],
  dropout: [{ name: 'dropout' }],
  flatten: [{ name: 'flatten' }],
  batchNorm: [
    { name: 'batchNorm' },
    { name: 'batchNorm', affine: false, epsilon: 0.1 },
    { name: 'batchNorm', momentum: null },
  ],
  layerNorm: [
    { name: 'layerNorm' },
    { name: 'dense', units: 5 },
    { name: 'layerNorm', affine: false, epsilon: 0.01 },
  ],
  groupNorm: [
    { name: 'groupNorm', groups: 2 },
    { name: 'groupNorm', groups: 3, affine: false },
  ],
  residual: [
    {
      name: 'residual',
      layers: [
        { name: 'dense', units: 6 },
        { name: 'residual', layers: [{ name: 'activation' }] },
      ],
    },
    { name: 'residual', layers: [{ name: 'dense', units: 4 }] },
  ],
  prelu: [{ name: 'prelu' }, { name: 'prelu', perChannel: true, initial: -0.5 }],
  // Codes come from the preparation, so the net itself has no place for it.
  embedding: null,
};

describe('every layer is exported', () => {
  const cases = Object.keys(layers).flatMap((name) => {
    const own = layerCases[name as keyof typeof layers];
    return own ? [{ name, own }] : [];
  });
  it.each(cases)('$name', ({ own }) => expectSame(build({ trunk: [{ name: 'dense', units: 6 }, ...own] })));
});

const activationOptions: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  leakyRelu: [{ negativeSlope: 0.3 }],
  elu: [{ alpha: 0.7 }],
  gelu: [{}, { approximate: 'tanh' }],
  softplus: [{}, { beta: 3, threshold: 2 }],
  hardTanh: [{ minimum: -0.2, maximum: 0.4 }],
  custom: [
    { formula: 'x > 0.1 ? x^2 : sin(3*x) - 2^-x' },
    { formula: 'abs(x) * (x < -0.5) + clip(x, -1, 0.3) / (1 + exp(-x)) - max(floor(x), -1) * sign(x)' },
    {
      formula:
        'select(isFinite(log1p(abs(x))), sqrt(square(x) + 1) - expm1(-abs(x)), cos(x)) + (x != 1) * erf(x)',
    },
  ],
};

describe('every activation is exported', () => {
  const cases = Object.keys(activations).flatMap((name) =>
    (activationOptions[name] ?? [{}]).map((options) => ({ name, ...options })),
  );
  it.each(cases)('%o', async (activation) => {
    await expectSame(
      build({
        trunk: [
          { name: 'dense', units: 5 },
          { name: 'activation', activation },
        ],
      }),
    );
  });
});

describe('every scaling of numbers is exported', () => {
  const options: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    minMax: [{}, { range: [-1, 2], clip: true }],
    quantile: [{}, { output: 'uniform', quantiles: 20 }],
    power: [{}, { standardise: false }],
    standardise: [{}, { center: false }],
  };
  const cases = Object.keys(scalers).flatMap((name) =>
    (options[name] ?? [{}]).map((own) => ({ name, ...own })),
  );
  it.each(cases)('%o', (numbers) =>
    expectSame(
      build({ preparation: { numbers: numbers as never }, columns: ['age', 'net income', 'height'] }),
    ),
  );
  it('Box-Cox, of positive numbers', () =>
    expectSame(
      build({ preparation: { numbers: { name: 'power', method: 'boxCox' } }, columns: ['age', 'height'] }),
    ));
});

describe('every way to prepare columns is exported', () => {
  it.each([
    {},
    { missing: 'mean', missingIndicator: false },
    { missing: 'constant', missingConstant: -1, numbers: 'none' },
    { rareBelow: 0.06 },
    { rareBelow: 0, unknown: 'own' },
    { categories: 'ordinal' },
    { categories: 'ordinal', unknown: 'own', rareBelow: 8 },
    { categories: 'embedding' },
    { categories: 'embedding', rareBelow: 0, embeddingAbove: 5 },
    { embeddingAbove: 20 },
    { dates: 'number' },
  ] as const)('%o', (preparation) => expectSame(build({ preparation })));

  it('dates in all their parts', async () => {
    const model = build({ columns: ['joined'] });
    const [step] = model.parts.fitted.preparation.toJSON().steps;
    expect(step.step === 'date' && step.parts.map(({ part }) => part)).toEqual(Object.keys(dateParts));
    await expectSame(model);
  });

  it('no features, only codes', () =>
    expectSame(build({ columns: ['city', 'shop'], preparation: { categories: 'embedding' } })));
});

describe('every loss says what its outputs mean', () => {
  /** Those that no target of a table can have. */
  const unfit = new Set(['cosineDistance', 'cosineEmbedding', 'hingeEmbedding']);
  const lossOptions: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    custom: [{ formula: '(prediction - target)^2' }],
    poisson: [{}, { logInput: false }],
    kullbackLeibler: [{}, { input: 'logits' }],
  };
  const cases = Object.values(losses)
    .filter(({ name }) => !unfit.has(name))
    .flatMap(({ name, target }) =>
      (target === 'number' ? ['price'] : ['kind', 'answer']).flatMap((column) =>
        (lossOptions[name] ?? [{}]).map((options) => ({ column, loss: { name, ...options } })),
      ),
    );
  it.each(cases)('$column by $loss', async ({ column, loss }) => {
    const model = build({ targets: { [column]: loss }, columns: ['age', 'city'] });
    await expectSame(model);
  });
});

describe('the shape of a model', () => {
  const targets = {
    kind: { name: 'crossEntropy' },
    price: { name: 'meanSquaredError' },
    answer: { name: 'binaryCrossEntropy' },
  };
  it('several outputs with layers of their own, and several nets', () =>
    expectSame(
      build({
        targets,
        members: 3,
        output: { layers: [{ name: 'dense', units: 3 }, { name: 'activation' }], linearPath: true },
      }),
    ));
  it('no hidden layer', () => expectSame(build({ trunk: [] })));
  it.each(['sigmoid', 'tanh', 'softmax', 'identity'])('outputs squashed by %s', (name) =>
    expectSame(build({ targets, output: { activation: { name } } })),
  );
});
