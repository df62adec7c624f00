import { NeumannError } from '../../../errors.ts';
import { sizeOf } from '../../graph/tensor.ts';
import { gather, reshape, scatterAdd } from '../build/index.ts';
import { inferGather, inferScatterAdd } from '../build/move.ts';
import { defineOp } from '../define.ts';
import { indices, sample, scattered } from '../samples.ts';

/** Moves by indices that are themselves data. */
export const gatherOps = {
  gather: defineOp({
    family: 'move',
    exact: true,
    infer: inferGather,
    gradient: (node, g) => {
      const [table, at] = node.inputs;
      const updates = reshape(g, [sizeOf(at.shape), ...table.shape.slice(1)]);
      return [scatterAdd(reshape(at, [-1]), updates, table.shape[0]), undefined];
    },
    kernel: (node) => {
      const [rows, ...row] = node.inputs[0].shape;
      const width = sizeOf(row);
      return ([table, at], output) => {
        for (let i = 0; i < at.length; i++) {
          const start = checkedRow('gather', at[i], rows) * width;
          for (let column = 0; column < width; column++) output[i * width + column] = table[start + column];
        }
      };
    },
    samples: [
      sample('gather', [scattered([4, 3]), indices([2, 0, 2, 3, 1])], gather),
      sample('gather elements', [scattered([6]), indices([5, 5, 0])], gather),
      sample('gather by indices of rank 2', [scattered([4, 3]), indices([2, 0, 3, 3], [2, 2])], gather),
    ],
  }),

  scatterAdd: defineOp({
    family: 'move',
    exact: false,
    infer: inferScatterAdd,
    gradient: (node, g) => [undefined, gather(g, node.inputs[0])],
    kernel: (node) => {
      const [rows, ...row] = node.shape;
      const width = sizeOf(row);
      return ([at, updates], output) => {
        output.fill(0);
        for (let i = 0; i < at.length; i++) {
          const start = checkedRow('scatterAdd', at[i], rows) * width;
          for (let column = 0; column < width; column++)
            output[start + column] += updates[i * width + column];
        }
      };
    },
    samples: [
      sample('scatterAdd', [indices([2, 0, 2]), scattered([3, 4])], (at, x) => scatterAdd(at, x, 5)),
      sample('scatterAdd elements', [indices([1, 1, 1, 0]), scattered([4])], (at, x) => scatterAdd(at, x, 3)),
    ],
  }),
};

function checkedRow(op: string, index: number, rows: number): number {
  if (index >= 0 && index < rows) return index;
  throw new NeumannError('index', `${op}: index ${index} lies outside a table of ${rows} rows`);
}
