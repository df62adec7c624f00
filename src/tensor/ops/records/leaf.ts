import { constant, inferConstant, inferLiteral, inferRead, literal } from '../build/leaf.ts';
import { numberAttribute, slotAttribute, valuesAttribute } from '../attributes.ts';
import { defineOp } from '../define.ts';
import { sample } from '../samples.ts';

export const leafOps = {
  read: defineOp({
    family: 'leaf',
    exact: true,
    infer: inferRead,
    gradient: 'notDifferentiable',
    // A copy, so that nothing of the graph changes when the program's values are assigned.
    kernel: (node, memory) => {
      const view = memory.view(slotAttribute(node.attributes, 'slot'));
      return (_, output) => output.set(view);
    },
    samples: [],
    reads: (node) => slotAttribute(node.attributes, 'slot'),
  }),

  constant: defineOp({
    family: 'leaf',
    exact: true,
    infer: inferConstant,
    gradient: 'notDifferentiable',
    kernel: (node) => {
      const value = numberAttribute(node.attributes, 'value');
      return (_, output) => output.fill(value);
    },
    samples: [
      sample('constant scalar', [], () => constant(2.5)),
      sample('constant', [], () => constant(-0.5, [3, 5])),
      sample('constant of i32', [], () => constant(7, [3], 'i32')),
      sample('constant of u8', [], () => constant(200, [5], 'u8')),
    ],
  }),

  literal: defineOp({
    family: 'leaf',
    exact: true,
    infer: inferLiteral,
    gradient: 'notDifferentiable',
    kernel: (node) => {
      const values = valuesAttribute(node.attributes, 'values');
      return (_, output) => output.set(values);
    },
    samples: [
      sample('literal', [], () => literal([1.5, -2, 0.25, 3, 4, 5], [2, 3])),
      sample('literal of i32', [], () => literal([-1, 2, 3], [3], 'i32')),
      sample('literal of u8', [], () => literal([1, 2, 255], [3], 'u8')),
    ],
  }),
};
