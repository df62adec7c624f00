import type { Link } from '../../../nn/define.ts';
import type { ClassForm, NumberForm, OutputForm } from '../../network/outputForm.ts';
import { arithmetic } from '../columns/arithmetic.ts';
import { unscaledGraph } from '../columns/scalingGraph.ts';
import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';

/** Operators of the links; none where raw outputs are what is wanted. */
const links: Readonly<Record<Link, string | null>> = {
  identity: null,
  sigmoid: 'Sigmoid',
  softmax: 'Softmax',
  exp: 'Exp',
};

/**
 * The graph's outputs for a target, from the raw outputs of one net or several, whose predictions are averaged. `prefix`
 * begins their names.
 */
export function predictionGraph(
  graph: GraphBuilder,
  form: OutputForm,
  raws: readonly Value[],
  prefix: string,
): void {
  if (form.kind === 'classes') classOutputs(graph, form, raws, prefix);
  else numberOutput(graph, form, raws, prefix);
}

function classOutputs(graph: GraphBuilder, form: ClassForm, raws: readonly Value[], prefix: string): void {
  const { classes } = form;
  const probabilities = mean(
    graph,
    raws.map((raw) => probabilitiesOf(graph, form, raw)),
  );
  const best = graph.node('ArgMax', [probabilities], { axis: { i: 1 }, keepdims: { i: 0 } });
  const label = graph.node('Gather', [graph.words(classes), best]);
  const order = classes.slice(0, 20).join(', ') + (classes.length > 20 ? ', ...' : '');
  graph.output(`${prefix}label`, label, 'string', ['rows'], 'The most probable class.');
  graph.output(
    `${prefix}probabilities`,
    probabilities,
    'float',
    ['rows', classes.length],
    `Of the classes ${order}.`,
  );
}

function probabilitiesOf(graph: GraphBuilder, { link, units, classes }: ClassForm, raw: Value): Value {
  const math = arithmetic(graph, 'float');
  const linked = linkedBy(graph, link, raw);
  if (units === 'second') return graph.node('Concat', [math.subtract(1, linked), linked], { axis: { i: 1 } });
  // Softmax sums to 1 already, unless numbers have grown beyond all bounds.
  const axes = graph.numbers('int64', [1], [1]);
  const total = graph.node('ReduceSum', [linked, axes], { keepdims: { i: 1 } });
  const isPositive = math.compare('Greater', total, 0);
  return math.select(isPositive, math.divide(linked, math.select(isPositive, total, 1)), 1 / classes.length);
}

function numberOutput(
  graph: GraphBuilder,
  { link, scaling }: NumberForm,
  raws: readonly Value[],
  prefix: string,
): void {
  const math = arithmetic(graph, 'float');
  const first = graph.numbers('int64', [0], [1]);
  const values = raws.map((raw) => {
    const own = graph.node('Gather', [raw, first], { axis: { i: 1 } });
    return unscaledGraph(math, scaling, linkedBy(graph, link, own));
  });
  const note = "The prediction in the target's own unit.";
  graph.output(`${prefix}value`, mean(graph, values), 'float', ['rows', 1], note);
}

function linkedBy(graph: GraphBuilder, link: Link, raw: Value): Value {
  const operator = links[link];
  if (operator === null) return raw;
  return graph.node(operator, [raw], link === 'softmax' ? { axis: { i: 1 } } : {});
}

const mean = (graph: GraphBuilder, values: readonly Value[]): Value =>
  values.length === 1 ? values[0] : graph.node('Mean', values);
