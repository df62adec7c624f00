import { describe, expect, it } from 'vitest';
import type { Session } from '../executor.ts';
import {
  add,
  createReferenceExecutor,
  divide,
  exp,
  gradients,
  type Layout,
  log,
  multiply,
  type Program,
  read,
  type Slot,
  squareRoot,
  subtract,
  sum,
  type Tensor,
  withLabel,
} from '../../index.ts';
import { traceNotFinite } from './traceNotFinite.ts';

const input: Slot = { block: 'inputs', offset: 0, shape: [3], dtype: 'f32', name: 'x' };
const output: Slot = { block: 'outputs', offset: 0, shape: [], dtype: 'f32', name: 'loss' };
const layout: Layout = [
  { name: 'inputs', dtype: 'f32', length: 3 },
  { name: 'outputs', dtype: 'f32', length: 1 },
];

function trace(values: readonly number[], build: (x: Tensor) => Tensor, narrow = false) {
  const program: Program = { name: 'gradient', assignments: [{ slot: output, value: build(read(input)) }] };
  const session = createReferenceExecutor().open(layout);
  session.view(input).set(values);
  return traceNotFinite(narrow ? inFloat32(session) : session, layout, program);
}

/** Only its views matter here. */
function inFloat32(session: Session): Session {
  return { ...session, view: (slot) => Float32Array.from(session.view(slot)) };
}

describe('traceNotFinite', () => {
  it('finds nothing where all is finite', () => {
    expect(trace([1, 2, 3], (x) => sum(log(x)))).toBeUndefined();
  });

  it('names the operation, the place and the numbers that went in', () => {
    const origin = trace([1, -2, 3], (x) => sum(multiply(exp(log(x)), 2)));
    expect(origin).toMatchObject({ op: 'log', label: 'x', shape: [3], index: 1, value: NaN });
    expect(origin?.text).toBe("log of -2 gave NaN near 'x' (element 1 of [3])");
  });

  it('names an input that was not finite from the start', () => {
    expect(trace([1, 2, Infinity], (x) => sum(log(x)))).toMatchObject({ op: 'read', label: 'x', index: 2 });
  });

  it('takes the label of the operation itself where it has one', () => {
    const origin = trace([1, 0, 3], (x) => sum(withLabel(divide(1, x), 'inverse')));
    expect(origin?.text).toBe("divide of 1 and 0 gave Infinity in 'inverse' (element 1 of [3])");
  });

  it('finds it among gradients', () => {
    const byRoot = (x: Tensor): Tensor => sum(gradients(sum(squareRoot(x)), [x])[0]);
    expect(trace([4, 0, 9], byRoot)).toMatchObject({ op: 'divide', index: 1, value: Infinity });
  });

  it('sees what overflows in float32 alone, even where float64 ends with a finite number', () => {
    const hidden = (x: Tensor): Tensor => sum(subtract(add(multiply(x, x), 1), multiply(x, x)));
    expect(trace([1, 1e25, 3], hidden)).toBeUndefined();
    expect(trace([1, 1e25, 3], hidden, true)).toMatchObject({ op: 'multiply', index: 1, value: Infinity });
  });

  it('leaves the session as it was', () => {
    const session = createReferenceExecutor().open(layout);
    session.view(output).set([7]);
    traceNotFinite(session, layout, { name: 'p', assignments: [{ slot: output, value: sum(read(input)) }] });
    expect(session.view(output)[0]).toBe(7);
  });
});
