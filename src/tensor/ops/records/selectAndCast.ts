import { inferCast, inferSelect } from '../build/elementwise.ts';
import { cast, select } from '../build/index.ts';
import { constantValue } from '../constantValue.ts';
import type { ElementwiseDefinition } from '../define.ts';
import { sample, sampleInput } from '../samples.ts';
import { elementwise, elementwiseLoop, left, right } from './elementwiseForms.ts';

const choose: ElementwiseDefinition = {
  ...elementwise(3, (condition, a, b) => (condition !== 0 ? a : b), inferSelect),
  gradient: (node, g) => {
    const [condition] = node.inputs;
    return [undefined, select(condition, g, 0), select(condition, 0, g)];
  },
  samples: [sample('select', [sampleInput([0, 1, 1, 0, 1]), sampleInput(left), sampleInput(right)], select)],
  simplify: ({ inputs: [condition, a, b] }) => {
    const known = constantValue(condition);
    return known === undefined ? undefined : known !== 0 ? a : b;
  },
};

const floats = [-2.75, -0.5, 0.5, 3.99, 254.9, 300, 3e9, -3e9];
const integers = sampleInput([-7, 0, 200, 256, 123456], [5], 'i32');
const bytes = sampleInput([0, 7, 255], [3], 'u8');

const convert: ElementwiseDefinition = {
  ...elementwise(1, (x) => x, inferCast),
  gradient: 'notDifferentiable',
  kernel: (node) => elementwiseLoop(1, node.dtype === 'f32' ? (x) => x : truncation(limits[node.dtype])),
  samples: [
    sample('cast f32 to i32', [sampleInput(floats)], (x) => cast(x, 'i32')),
    sample('cast f32 to u8', [sampleInput(floats)], (x) => cast(x, 'u8')),
    sample('cast i32 to f32', [integers], (x) => cast(x, 'f32')),
    sample('cast i32 to u8', [integers], (x) => cast(x, 'u8')),
    sample('cast u8 to f32', [bytes], (x) => cast(x, 'f32')),
    sample('cast u8 to i32', [bytes], (x) => cast(x, 'i32')),
  ],
};

export const selectAndCastOps = { select: choose, cast: convert };

const limits = { i32: [-(2 ** 31), 2 ** 31 - 1], u8: [0, 255] } as const;

function truncation([lowest, highest]: readonly [number, number]): (x: number) => number {
  return (x) => (Number.isNaN(x) ? 0 : Math.min(Math.max(Math.trunc(x), lowest), highest));
}
