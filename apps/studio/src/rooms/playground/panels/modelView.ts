import { isRecord } from '../../../state/path.ts';
import { same } from '../../../state/same.ts';

/** A thing by name, with its options. */
export interface Choice {
  readonly name: string;
  readonly [option: string]: unknown;
}

/** One hidden layer: what a recipe writes as up to four layers, one after another. */
export interface LayerView {
  readonly units: number;
  readonly bias: boolean;
  /** Null takes the layer's own. */
  readonly initializer: Choice | null;
  readonly biasInitializer: Choice | null;
  /** batchNorm, layerNorm or groupNorm. */
  readonly normalisation: Choice | null;
  /** An activation, or the layer `prelu`, which learns its own. */
  readonly activation: Choice | null;
  readonly dropout: number;
  /** Whether what goes in is added to what comes out; with options of the projection where sizes differ. */
  readonly residual: Choice | null;
}

/** A recipe's model as panels show it. */
export interface ModelView {
  readonly layers: readonly LayerView[];
  readonly inputDropout: number;
  /** Of layers that are all alike only. */
  readonly linearPath: 'none' | 'zeros' | 'fitted' | 'auto';
  readonly outputActivation: Choice | null;
}

export const plainLayer: LayerView = {
  units: 4,
  bias: true,
  initializer: null,
  biasInitializer: null,
  normalisation: null,
  activation: { name: 'tanh' },
  dropout: 0,
  residual: null,
};

// ---- from the recipe -------------------------------------------------------------------------------------------------

/** Null where the model is no row of hidden layers of this kind; it is then shown layer by layer. `resolved` says what `auto` means. */
export function readModel(model: unknown, resolved?: unknown): ModelView | null {
  if (!isRecord(model)) return null;
  if (model['kind'] === 'layers') return readLayers(model);
  return model['kind'] === 'linear' ? null : readMlp(model, isRecord(resolved) ? resolved : {});
}

const norms: Readonly<Record<string, string>> = { batch: 'batchNorm', layer: 'layerNorm' };

function readMlp(
  model: Readonly<Record<string, unknown>>,
  resolved: Readonly<Record<string, unknown>>,
): ModelView {
  const known = (field: string, otherwise: unknown) => {
    const own = model[field] === 'auto' || model[field] === undefined ? resolved[field] : model[field];
    return own === undefined || own === 'auto' ? otherwise : own;
  };
  const norm = norms[String(model['normalisation'])];
  const layer: LayerView = {
    ...plainLayer,
    initializer: choiceOf(model['initializer']),
    normalisation: norm === undefined ? null : { name: norm },
    activation: choiceOf(model['activation']) ?? { name: 'relu' },
    dropout: known('dropout', 0) as number,
  };
  return {
    layers: (known('hidden', []) as readonly number[]).map((units) => ({ ...layer, units })),
    inputDropout: known('inputDropout', 0) as number,
    linearPath: (model['linearPath'] ?? 'auto') as ModelView['linearPath'],
    outputActivation: choiceOf(model['outputActivation']),
  };
}

function readLayers(model: Readonly<Record<string, unknown>>): ModelView | null {
  const given = Array.isArray(model['layers']) ? model['layers'].map(choiceOf) : [];
  const specs = given.filter((layer) => layer !== null);
  const first = specs[0];
  const inputDropout = first?.name === 'dropout' ? rateOf(first) : 0;
  const layers = readBlocks(inputDropout > 0 ? specs.slice(1) : specs);
  if (!layers || specs.length !== given.length) return null;
  return { layers, inputDropout, linearPath: 'none', outputActivation: choiceOf(model['outputActivation']) };
}

/** Dense, normalisation, activation, dropout, in this order, each but the first optional; again and again. */
function readBlocks(specs: readonly Choice[]): LayerView[] | null {
  const blocks: LayerView[] = [];
  let rest = specs;
  while (rest.length > 0) {
    const block = rest[0].name === 'residual' ? readResidual(rest[0]) : readBlock(rest);
    if (!block) return null;
    blocks.push(block.layer);
    rest = rest.slice(block.length);
  }
  return blocks;
}

interface Block {
  readonly layer: LayerView;
  /** How many layers of the recipe it takes. */
  readonly length: number;
}

function readBlock(specs: readonly Choice[]): Block | null {
  const [dense, ...behind] = specs;
  if (dense.name !== 'dense' || !isPlain(dense, ['units', 'bias', 'initializer', 'biasInitializer']))
    return null;
  let length = 1;
  const next = (names: readonly string[]): Choice | null => {
    const spec = behind[length - 1];
    if (!spec || !names.includes(spec.name) || 'label' in spec) return null;
    length += 1;
    return spec;
  };
  const normalisation = next(['batchNorm', 'layerNorm', 'groupNorm']);
  const activation = next(['activation', 'prelu']);
  const dropout = next(['dropout']);
  const layer: LayerView = {
    units: Number(dense['units']),
    bias: dense['bias'] !== false,
    initializer: choiceOf(dense['initializer']),
    biasInitializer: choiceOf(dense['biasInitializer']),
    normalisation,
    activation:
      activation?.name === 'activation'
        ? (choiceOf(activation['activation']) ?? { name: 'relu' })
        : activation,
    dropout: dropout ? rateOf(dropout) : 0,
    residual: null,
  };
  return { layer, length };
}

function readResidual({ name, layers, ...options }: Choice): Block | null {
  const inner = choicesIn(layers);
  const block = inner.length > 0 && !('label' in options) ? readBlock(inner) : null;
  return block?.length === inner.length
    ? { layer: { ...block.layer, residual: { name, ...options } }, length: 1 }
    : null;
}

const isPlain = (spec: Choice, options: readonly string[]): boolean =>
  Object.keys(spec).every((key) => key === 'name' || options.includes(key));

const rateOf = ({ rate }: Choice): number => (typeof rate === 'number' ? rate : 0.5);

/** All things of a list, the others left out. */
export const choicesIn = (value: unknown): readonly Choice[] =>
  (Array.isArray(value) ? value : []).map(choiceOf).filter((choice) => choice !== null);

function choiceOf(value: unknown): Choice | null {
  if (typeof value === 'string') return { name: value };
  return isRecord(value) && typeof value['name'] === 'string' ? (value as unknown as Choice) : null;
}

// ---- to the recipe ---------------------------------------------------------------------------------------------------

/** The recipe's `model` that means this: the short form where all layers are alike. */
export function writeModel(view: ModelView): Record<string, unknown> {
  const { layers, inputDropout, linearPath, outputActivation } = view;
  const output = outputActivation ? { outputActivation } : {};
  if (isUniform(view))
    return { ...writeMlp(layers, linearPath), ...(inputDropout > 0 && { inputDropout }), ...output };
  return writeLayers(view);
}

/** The same layer by layer, also where the short form would do. */
export function writeLayers({ layers, inputDropout, outputActivation }: ModelView): Record<string, unknown> {
  const output = outputActivation ? { outputActivation } : {};
  const before = inputDropout > 0 ? [{ name: 'dropout', rate: inputDropout }] : [];
  return { kind: 'layers', layers: [...before, ...layers.flatMap(writeLayer)], ...output };
}

/** Whether the recipe's short form can say it: layers that differ in their number of neurons alone, and plainly normalised. */
export function isUniform({ layers }: Pick<ModelView, 'layers'>): boolean {
  const [first] = layers;
  if (!first) return true;
  const { normalisation, activation, bias, biasInitializer, residual } = first;
  const isPlainNorm =
    normalisation === null ||
    (Object.values(norms).includes(normalisation.name) && isPlain(normalisation, []));
  const isPlainLayer = bias && biasInitializer === null && residual === null;
  const hasActivation = activation !== null && activation.name !== 'prelu';
  return (
    isPlainNorm &&
    isPlainLayer &&
    hasActivation &&
    layers.every((layer) => same({ ...layer, units: 0 }, { ...first, units: 0 }))
  );
}

function writeMlp(layers: readonly LayerView[], linearPath: string): Record<string, unknown> {
  const { initializer, normalisation, activation, dropout } = layers[0] ?? plainLayer;
  const norm = Object.keys(norms).find((key) => norms[key] === normalisation?.name);
  return {
    kind: 'mlp',
    hidden: layers.map(({ units }) => units),
    activation,
    dropout,
    linearPath,
    ...(norm !== undefined && { normalisation: norm }),
    ...(initializer && { initializer }),
  };
}

function writeLayer(layer: LayerView): Choice[] {
  const { units, bias, initializer, biasInitializer, normalisation, activation, dropout, residual } = layer;
  const specs: Choice[] = [
    {
      name: 'dense',
      units,
      ...(!bias && { bias }),
      ...(initializer && { initializer }),
      ...(biasInitializer && { biasInitializer }),
    },
    ...(normalisation ? [normalisation] : []),
    ...(activation ? [activation.name === 'prelu' ? activation : { name: 'activation', activation }] : []),
    ...(dropout > 0 ? [{ name: 'dropout', rate: dropout }] : []),
  ];
  return residual ? [{ ...residual, layers: specs }] : specs;
}

// ---- changes ---------------------------------------------------------------------------------------------------------

export const withLayer = (view: ModelView, index: number, changes: Partial<LayerView>): ModelView => ({
  ...view,
  layers: view.layers.with(index, { ...view.layers[index], ...changes }),
});

export const withAllLayers = (view: ModelView, changes: Partial<LayerView>): ModelView => ({
  ...view,
  layers: view.layers.map((layer) => ({ ...layer, ...changes })),
});

/** One more layer at the end, like the last; at first a plain one. */
export const withMoreLayers = (view: ModelView): ModelView => ({
  ...view,
  layers: [...view.layers, view.layers.at(-1) ?? plainLayer],
});

export const withoutLayer = (view: ModelView, index: number): ModelView => ({
  ...view,
  layers: view.layers.toSpliced(index, 1),
});

/** What all layers have in common at a field; undefined where they differ. */
export function common<Field extends keyof LayerView>(
  view: ModelView,
  field: Field,
): LayerView[Field] | undefined {
  const [first, ...others] = view.layers.map((layer) => layer[field]);
  return others.every((other) => same(other, first)) ? first : undefined;
}
