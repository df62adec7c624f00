import { NeumannError } from '../../../errors.ts';
import { slotNames } from '../../../data/prepare/encoders/categories.ts';
import type { CategoryStep } from '../../../data/prepare/index.ts';
import { scalerOf } from '../../../data/prepare/scalers/index.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';
import type { ColumnGraph, NumberType } from './columnTypes.ts';

/** What an encoding makes of places, int64 [rows, 1]; a category without one has the place behind the last. */
type EncodingGraph = (graph: GraphBuilder, step: CategoryStep, place: Value, size: number) => ColumnGraph;

const encodings: Readonly<Record<CategoryStep['encoding'], EncodingGraph>> = {
  oneHot(graph, _step, place, size) {
    const places = graph.numbers('int64', [...Array(size).keys()], [1, size]);
    return { features: [graph.cast(graph.node('Equal', [place, places]), 'float')], code: null };
  },

  binary: (graph, { categories: { missing } }, place, size) =>
    lookUp(graph, place, size, (own) => [
      own < 2 ? own : 0.5,
      ...(missing === null ? [] : [own === missing ? 1 : 0]),
    ]),

  ordinal(graph, { scaling }, place, size) {
    const { apply } = scalerOf(scaling!);
    return lookUp(graph, place, size, (own) => [own === size ? 0 : apply(own)]);
  },

  embedding: (_graph, _step, place) => ({ features: [], code: place }),
};

/** A row of features for each place, and one for those without. */
function lookUp(
  graph: GraphBuilder,
  place: Value,
  size: number,
  featuresOf: (place: number) => number[],
): ColumnGraph {
  const rows = Array.from({ length: size + 1 }, (_, own) => featuresOf(own));
  const table = graph.numbers('float', rows.flat(), [rows.length, rows[0].length]);
  const found = graph.node('Gather', [table, place]);
  const shape = graph.numbers('int64', [-1, rows[0].length], [2]);
  return { features: [graph.node('Reshape', [found, shape])], code: null };
}

export function categoryGraph(graph: GraphBuilder, step: CategoryStep, numbers: NumberType): ColumnGraph {
  const { column, categories, encoding } = step;
  if (categories.refuseUnknown) throw refusesUnknown(column);
  const size = slotNames(categories).length;
  const nowhere = categories.unknown ?? size;
  const missing = categories.missing ?? nowhere;
  const place = step.numeric
    ? placeOfNumber(graph, step, numbers, missing, nowhere)
    : placeOfWord(graph, step, missing, nowhere);
  return graph.scope(column, (scope) => encodings[encoding](scope, step, place, size));
}

function placeOfWord(graph: GraphBuilder, step: CategoryStep, missing: number, nowhere: number): Value {
  const raw = graph.input(step.column, 'string', ['rows', 1], 'A word; empty where it is missing.');
  const places = new Map([...aliasPlaces(step), ...categoryPlaces(step), ['', missing]]);
  return graph.scope(step.column, (scope) =>
    scope.node('ai.onnx.ml.LabelEncoder', [raw], {
      keys_strings: { strings: [...places.keys()] },
      values_int64s: { ints: [...places.values()] },
      default_int64: { i: nowhere },
    }),
  );
}

function placeOfNumber(
  graph: GraphBuilder,
  step: CategoryStep,
  numbers: NumberType,
  missing: number,
  nowhere: number,
): Value {
  const note = 'A number that stands for a category; NaN where it is missing.';
  const raw = graph.input(step.column, numbers, ['rows', 1], note);
  const places = new Map(categoryPlaces(step).map(([word, place]) => [Math.fround(Number(word)), place]));
  if (places.size < step.categories.levels.length + step.categories.rare.length)
    throw tooManyDigits(step.column);
  return graph.scope(step.column, (scope) => {
    const found = scope.node('ai.onnx.ml.LabelEncoder', [scope.cast(raw, 'float')], {
      keys_floats: { floats: [...places.keys()] },
      values_int64s: { ints: [...places.values()] },
      default_int64: { i: nowhere },
    });
    const isMissing = scope.node('IsNaN', [raw]);
    return scope.node('Where', [isMissing, scope.numbers('int64', [missing], []), found]);
  });
}

function categoryPlaces({ categories: { levels, rare } }: CategoryStep): [string, number][] {
  const own = levels.map((word, place): [string, number] => [word, place]);
  return [...own, ...rare.map((word): [string, number] => [word, levels.length])];
}

/** Ways to write yes and no: in lower case, in upper case, and with a capital. */
function aliasPlaces({ aliases }: CategoryStep): [string, number][] {
  return Object.entries(aliases).flatMap(([word, place]) => {
    const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
    return [word, word.toUpperCase(), capitalised].map((written): [string, number] => [written, place]);
  });
}

function refusesUnknown(column: string): NeumannError {
  return new NeumannError(
    'export',
    `Column '${column}' refuses unknown categories, which ONNX cannot say; train with preparation.unknown=ignore or own, or export to TypeScript.`,
  );
}

function tooManyDigits(column: string): NeumannError {
  return new NeumannError(
    'export',
    `Column '${column}' has categories that are numbers of more digits than ONNX's lookup holds; write them as words, or export to TypeScript.`,
  );
}
