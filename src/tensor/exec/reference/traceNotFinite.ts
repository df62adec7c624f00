import type { Layout, Program } from '../../graph/program.ts';
import { type Shape, type Slot, type Tensor } from '../../graph/tensor.ts';
import { showShape } from '../../ops/refuse.ts';
import type { Session, View } from '../executor.ts';
import { opOf } from '../../ops/table.ts';
import { createReferenceExecutor } from './createReferenceExecutor.ts';

/** The operation at which numbers stopped being finite. */
export interface NotFiniteOrigin {
  readonly op: string;
  /** The node's own label, or that of the nearest labelled tensor that goes into it. */
  readonly label?: string;
  readonly shape: Shape;
  /** Place of the first such element, in row-major order, and its value. */
  readonly index: number;
  readonly value: number;
  /** One sentence: what, where, and from which finite numbers. */
  readonly text: string;
}

/**
 * Runs a program once more on copies of a session's blocks, node by node, and follows a value that is not finite back to the
 * first operation that made it so from finite inputs. For a float32 session every node is rounded to float32, so that what
 * overflowed there overflows here. Changes nothing in the session. `undefined` if all assigned values are finite.
 */
export function traceNotFinite(
  session: Session,
  layout: Layout,
  program: Program,
): NotFiniteOrigin | undefined {
  const values = new Map<Tensor, View>();
  const wholes = layout.map(({ name, length, dtype }): Slot => ({
    block: name,
    offset: 0,
    shape: [length],
    dtype,
    name,
  }));
  const narrow = wholes.some((slot) => session.view(slot) instanceof Float32Array);
  const onNode = (node: Tensor, value: View): void => {
    if (narrow && node.dtype === 'f32') value.forEach((x, i) => (value[i] = Math.fround(x)));
    values.set(node, value);
  };
  const copy = createReferenceExecutor({ onNode }).open(layout);
  for (const slot of wholes) copy.view(slot).set(session.view(slot));
  copy.add(program);
  copy.run(program.name);
  const broken = program.assignments.find(({ value }) => firstNotFinite(value, values) >= 0);
  return broken && describe(origin(broken.value, values), values);
}

/** The node reached from `node` through inputs that are not finite, all of whose own inputs are. */
function origin(node: Tensor, values: ReadonlyMap<Tensor, View>): Tensor {
  let at = node;
  for (;;) {
    const cause = at.inputs.find((input) => firstNotFinite(input, values) >= 0);
    if (!cause) return at;
    at = cause;
  }
}

function firstNotFinite(node: Tensor, values: ReadonlyMap<Tensor, View>): number {
  if (node.dtype !== 'f32') return -1;
  return (values.get(node) as View).findIndex((x) => !Number.isFinite(x));
}

function describe(node: Tensor, values: ReadonlyMap<Tensor, View>): NotFiniteOrigin {
  const { op, shape } = node;
  const index = firstNotFinite(node, values);
  const value = (values.get(node) as View)[index];
  const label = node.label ?? nearestLabel(node);
  const given = node.inputs
    .map((input) => elementFor(input, node, index, values))
    .filter((x) => x !== undefined);
  const from = given.length > 0 ? ` of ${given.join(' and ')}` : '';
  const place = `element ${index} of ${showShape(shape)}`;
  const near = label === undefined ? '' : node.label ? ` in '${label}'` : ` near '${label}'`;
  return { op, label, shape, index, value, text: `${op}${from} gave ${value}${near} (${place})` };
}

/** The element that went into an elementwise operation; for others there is no single one. */
function elementFor(
  input: Tensor,
  node: Tensor,
  index: number,
  values: ReadonlyMap<Tensor, View>,
): number | undefined {
  const elementwise = opOf(node).family === 'elementwise';
  return elementwise ? (values.get(input) as View)[index] : undefined;
}

function nearestLabel(node: Tensor): string | undefined {
  let level = node.inputs;
  const seen = new Set(level);
  while (level.length > 0) {
    const labelled = level.find((input) => input.label !== undefined);
    if (labelled) return labelled.label;
    level = level.flatMap((input) => input.inputs).filter((input) => !seen.has(input) && seen.add(input));
  }
  return undefined;
}
