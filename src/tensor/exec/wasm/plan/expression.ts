import type { DType, Tensor } from '../../../graph/tensor.ts';
import { numberAttribute, textAttribute, valuesAttribute } from '../../../ops/attributes.ts';
import { type Affine, constantPlace, type LoopSpace } from './loopSpace.ts';
import { isView } from './operations.ts';
import type { Reduction, Step, StepId } from './plan.ts';
import { throughView } from './throughView.ts';

/** Thrown where a view can't be read at a place that isn't affine in its axes: it has to lie in memory itself. */
export class NotAffine {
  readonly view: Tensor;

  constructor(view: Tensor) {
    this.view = view;
  }
}

/**
 * What an expression ends at: gives the step for a node that is not computed here (or is computed here already), and
 * undefined for one whose own operation is part of the expression.
 */
export type Leaf = (node: Tensor, place: Affine, steps: StepSink) => StepId | undefined;

/** Takes the steps of expressions, and gives each a number. */
export interface StepSink {
  add(step: Step): StepId;
}

/** For walking through an expression only: nothing is kept. */
export const noSteps: StepSink = { add: () => 0 };

/** The values of one kernel, each written once. */
export class StepList implements StepSink {
  readonly steps: Step[] = [];
  readonly reductions: Reduction[] = [];
  readonly #known = new Map<string, StepId>();

  add(step: Step): StepId {
    const folded = fold(step, this.steps);
    const key = keyOf(folded);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.steps.push(folded);
    this.#known.set(key, this.steps.length - 1);
    return this.steps.length - 1;
  }
}

/** Steps with the same key have the same value. */
function keyOf(step: Step): string {
  switch (step.kind) {
    case 'load':
      return `load ${step.buffer} ${placeKey(step.place)}`;
    case 'constant':
      return `${step.dtype} ${Object.is(step.value, -0) ? '-0' : step.value}`;
    case 'position':
      return `position ${step.dtype} ${placeKey(step.place)}`;
    case 'random':
      return `random ${step.inputs.join()} ${placeKey(step.place)} ${step.stream}`;
    case 'apply':
      return `${step.op} ${step.dtype} ${step.inputs.join()}`;
    case 'result':
      return `result ${step.reduction}`;
    case 'product':
      return 'product';
  }
}

function placeKey({ offset, coefficients }: Affine): string {
  return `${offset} ${coefficients.join()}`;
}

/** Writes the steps of a tensor's element at a place (in row-major order), down to the leaves. */
export function writeExpression(
  root: Tensor,
  rootPlace: Affine,
  space: LoopSpace,
  steps: StepSink,
  leaf: Leaf,
): StepId {
  const known = new Map<Affine, Map<Tensor, StepId>>();
  const visit = (node: Tensor, place: Affine): StepId => {
    const here = known.get(place) ?? new Map<Tensor, StepId>();
    known.set(place, here);
    const step = here.get(node) ?? leaf(node, place, steps) ?? compute(node, place);
    here.set(node, step);
    return step;
  };
  const compute = (node: Tensor, place: Affine): StepId => {
    if (isView(node)) {
      const [input] = node.inputs;
      const through = throughView(node, place, space);
      if (!through) throw new NotAffine(node);
      return visit(input, through);
    }
    return writeOperation(node, place);
  };
  const writeOperation = (node: Tensor, place: Affine): StepId => {
    const { op, dtype, attributes } = node;
    switch (op) {
      case 'constant':
        return steps.add({ kind: 'constant', value: numberAttribute(attributes, 'value'), dtype });
      case 'literal':
        return steps.add({ kind: 'position', place, dtype });
      case 'random': {
        const words = [0, 1, 2, 3].map((word) => visit(node.inputs[0], constantPlace(space, word)));
        const stream = textAttribute(attributes, 'stream');
        return steps.add({ kind: 'random', place, stream, inputs: words, dtype });
      }
      default: {
        const inputs = node.inputs.map((input) => visit(input, place));
        return steps.add({ kind: 'apply', op, inputs, dtype });
      }
    }
  };
  return visit(root, rootPlace);
}

/** Whether a literal is 0, 1, 2...: then its elements need no memory. */
export function isCounting(literal: Tensor): boolean {
  return (
    literal.dtype !== 'u8' && valuesAttribute(literal.attributes, 'values').every((value, i) => value === i)
  );
}

const foldable: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

/** Arithmetic on two f32 constants; rounding the float64 result once more gives the float32 one exactly. */
function fold(step: Step, steps: readonly Step[]): Step {
  if (step.kind !== 'apply' || step.dtype !== 'f32' || !Object.hasOwn(foldable, step.op)) return step;
  const [a, b] = step.inputs.map((input) => steps[input]);
  if (a.kind !== 'constant' || b.kind !== 'constant') return step;
  const value = Math.fround(foldable[step.op](Math.fround(a.value), Math.fround(b.value)));
  return { kind: 'constant', value, dtype: 'f32' satisfies DType };
}
