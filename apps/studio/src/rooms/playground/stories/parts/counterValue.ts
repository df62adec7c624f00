import { findField, type FieldSpec } from '../../../../catalogue/index.ts';
import { same } from '../../../../state/same.ts';

/** A choice and what it is compared with. */
export interface TrickPair {
  readonly path: string;
  readonly key: string;
  readonly spec: FieldSpec;
  /** With the trick: what is chosen now, unless that is nothing; then the usual value. */
  readonly chosen: unknown;
  /** Without it: off, where the field can be off, else its default. */
  readonly counter: unknown;
}

/** Usual values by field, for tricks that are off. */
const USUAL: Readonly<Record<string, unknown>> = {
  dropout: 0.3,
  inputDropout: 0.2,
  momentum: 0.9,
  weightDecay: 0.01,
  labelSmoothing: 0.1,
  penalties: [{ name: 'l2', strength: 0.001 }],
  normalisation: 'batch',
  norm: 1,
  value: 1,
  patience: 20,
  decay: 0.99,
  numbers: 'standardise',
  schedule: { name: 'cosine' },
  classWeights: 'balanced',
  linearPath: 'zeros',
  hidden: [8],
  initializer: { name: 'xavierUniform' },
  order: { name: 'interleaved' },
  activation: { name: 'tanh' },
  optimizer: { name: 'adam' },
  size: 'all',
  minimumDelta: 0.001,
};

/** Fields that are no tricks: other values make another task or another draw. */
const NO_TRICKS = [
  'recipe.seed',
  'recipe.task',
  'recipe.data',
  'recipe.split',
  'recipe.model.members',
  'recipe.recipe',
];

/** What can be compared at a path of the scenario; undefined where nothing can. */
export function trickPair(path: string, valueOf: (path: string) => unknown): TrickPair | undefined {
  if (!path.startsWith('recipe.') || NO_TRICKS.some((other) => `${path}.`.startsWith(`${other}.`)))
    return undefined;
  const found = findField(path, valueOf);
  if (!found || found.spec.type === 'section' || found.spec.type === 'record') return undefined;
  const { spec, key } = found;
  const value = valueOf(path) ?? spec.default;
  const off = offValue(spec, value);
  if (off !== undefined && !same(off, value)) return { path, key, spec, chosen: value, counter: off };
  const usual = USUAL[path.split('.').at(-1)!] ?? anotherValue(spec, value);
  if (usual === undefined || same(usual, value)) return undefined;
  return { path, key, spec, chosen: usual, counter: value };
}

/** What a field is when it does nothing, read off its form; its default where it always does something. */
function offValue(spec: FieldSpec, value: unknown): unknown {
  if (spec.nullable) return null;
  if (spec.words?.includes('none')) return 'none';
  if (spec.type === 'boolean') return false;
  if (spec.type === 'list') return [];
  if (spec.type === 'thing') return thingDefault(spec, value);
  if ((spec.type === 'number' || spec.type === 'integer') && (spec.minimum ?? Infinity) <= 0) return 0;
  return spec.default;
}

/** Options of a thing of the same name are no difference. */
function thingDefault({ default: own }: FieldSpec, value: unknown): unknown {
  const name = (thing: unknown) =>
    typeof thing === 'string' ? thing : (thing as { name?: string } | null)?.name;
  return name(own) === name(value) ? value : own;
}

function anotherValue(spec: FieldSpec, value: unknown): unknown {
  if (typeof value === 'number' && spec.above === 0) return value / 10;
  if (typeof value === 'number' && spec.type === 'integer') return value * 2;
  if (typeof value === 'boolean') return !value;
  return spec.words?.find((word) => word !== value);
}
