import type { ColumnStep, Scaling } from '../../../data/prepare/index.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';
import { arithmetic } from './arithmetic.ts';
import { categoryGraph } from './categoryGraph.ts';
import { dateGraph, datePartGraph } from './datePartGraph.ts';
import type { ColumnGraph, NumberType } from './columnTypes.ts';
import { scaledGraph } from './scalingGraph.ts';

type Kind = ColumnStep['step'];
type StepOf<Own extends Kind> = Extract<ColumnStep, { readonly step: Own }>;
type StepGraph<Own extends Kind> = (
  graph: GraphBuilder,
  step: StepOf<Own>,
  numbers: NumberType,
) => ColumnGraph;

/** Every kind of step. Columns are worked out in float64 and handed to the net in float32, as in training. */
const graphs: { readonly [Own in Kind]: StepGraph<Own> } = {
  number(graph, { column, fill, indicator, scaling }, numbers) {
    const raw = graph.input(column, numbers, ['rows', 1], 'A number; NaN where it is missing.');
    return graph.scope(column, (scope) => {
      const read = numbers === 'float' ? Math.fround : (value: number) => value;
      const { known, missing } = filled(scope, scope.cast(raw, 'double'), read(fill));
      const scaled = scaledGraph(arithmetic(scope, 'double'), asRead(scaling, read), known);
      const feature = limited(scope, scaled);
      return { features: [feature, ...(indicator ? [scope.cast(missing, 'float')] : [])], code: null };
    });
  },

  date(graph, { column, fill, indicator, parts }) {
    const note = 'A date in milliseconds since 1970-01-01T00:00Z; NaN where it is missing.';
    const raw = graph.input(column, 'double', ['rows', 1], note);
    return graph.scope(column, (scope) => {
      const { known, missing } = filled(scope, raw, fill);
      const math = arithmetic(scope, 'double');
      const date = dateGraph(math, known);
      const features = parts.map(({ part, scaling }) =>
        limited(scope, scaledGraph(math, scaling, datePartGraph[part](date))),
      );
      return { features: [...features, ...(indicator ? [scope.cast(missing, 'float')] : [])], code: null };
    });
  },

  category: categoryGraph,
};

export function columnGraph<Own extends Kind>(
  graph: GraphBuilder,
  step: StepOf<Own>,
  numbers: NumberType,
): ColumnGraph {
  return (graphs[step.step as Own] as StepGraph<Own>)(graph, step, numbers);
}

/** Quantiles as they would have been handed in, so that what was equal to one still is. */
function asRead(scaling: Scaling, read: (value: number) => number): Scaling {
  return scaling.form === 'quantile' ? { ...scaling, quantiles: scaling.quantiles.map(read) } : scaling;
}

function filled(graph: GraphBuilder, value: Value, fill: number): { known: Value; missing: Value } {
  const missing = graph.node('Or', [graph.node('IsNaN', [value]), graph.node('IsInf', [value])]);
  return { known: arithmetic(graph, 'double').select(missing, fill, value), missing };
}

const LIMIT = 1e18;

function limited(graph: GraphBuilder, scaled: Value): Value {
  return graph.cast(arithmetic(graph, 'double').clip(scaled, -LIMIT, LIMIT), 'float');
}
