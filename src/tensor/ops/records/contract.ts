import type { Tensor } from '../../graph/tensor.ts';
import { flagAttribute, numbersAttribute } from '../attributes.ts';
import { inferMatmul, matmul, matmulSizes } from '../build/contract.ts';
import { defineOp, type Kernel, type Sample } from '../define.ts';
import { sample, scattered } from '../samples.ts';

export const contractOps = {
  matmul: defineOp({
    family: 'contract',
    exact: false,
    infer: inferMatmul,
    gradient: matmulGradient,
    kernel: matmulKernel,
    samples: [false, true].flatMap((transposeA) =>
      [false, true].flatMap((transposeB) => samples(transposeA, transposeB)),
    ),
    simplify: intoFlags,
  }),
};

/** With A and B the factors as they enter the product: the gradient by A is g B', by B it is A' g. */
function matmulGradient(node: Tensor, g: Tensor): readonly Tensor[] {
  const [a, b] = node.inputs;
  const transposeA = flagAttribute(node.attributes, 'transposeA');
  const transposeB = flagAttribute(node.attributes, 'transposeB');
  return [
    transposeA
      ? matmul(b, g, { transposeA: transposeB, transposeB: true })
      : matmul(g, b, { transposeB: !transposeB }),
    transposeB
      ? matmul(g, a, { transposeA: true, transposeB: transposeA })
      : matmul(a, g, { transposeA: !transposeA }),
  ];
}

/** A factor that is transposed beforehand is transposed by the product itself. */
function intoFlags(node: Tensor): Tensor | undefined {
  const [a, b] = node.inputs;
  if (!swapsLastAxes(a) && !swapsLastAxes(b)) return undefined;
  return matmul(swapsLastAxes(a) ? a.inputs[0] : a, swapsLastAxes(b) ? b.inputs[0] : b, {
    transposeA: flagAttribute(node.attributes, 'transposeA') !== swapsLastAxes(a),
    transposeB: flagAttribute(node.attributes, 'transposeB') !== swapsLastAxes(b),
  });
}

function swapsLastAxes(factor: Tensor): boolean {
  if (factor.op !== 'transpose') return false;
  const permutation = numbersAttribute(factor.attributes, 'permutation');
  return permutation.join() === (permutation.length === 2 ? '1,0' : '0,2,1');
}

/** Rows of B, each times one element of A, are added up: ascending k for every element, along memory. */
function matmulKernel(node: Tensor): Kernel {
  const { batch, m, n, k } = matmulSizes(node.inputs[0], node.inputs[1], node.attributes);
  const [rowOfA, columnOfA] = flagAttribute(node.attributes, 'transposeA') ? [1, m] : [k, 1];
  const [rowOfB, columnOfB] = flagAttribute(node.attributes, 'transposeB') ? [1, k] : [n, 1];
  return ([a, b], output) => {
    output.fill(0);
    for (let row = 0; row < batch * m; row++) {
      const matrix = Math.floor(row / m);
      const inA = matrix * m * k + (row % m) * rowOfA;
      for (let inner = 0; inner < k; inner++) {
        const factor = a[inA + inner * columnOfA];
        let inB = matrix * k * n + inner * rowOfB;
        for (let i = row * n; i < row * n + n; i++) {
          output[i] += factor * b[inB];
          inB += columnOfB;
        }
      }
    }
  };
}

function samples(transposeA: boolean, transposeB: boolean): readonly Sample[] {
  const options = { transposeA, transposeB };
  const of = (batch: number[], m: number, k: number, n: number): Sample => {
    const a = scattered([...batch, ...(transposeA ? [k, m] : [m, k])], 1);
    const b = scattered([...batch, ...(transposeB ? [n, k] : [k, n])], 2);
    const name = `matmul ${batch.length ? 'batched ' : ''}${transposeA ? 'T' : 'N'}${transposeB ? 'T' : 'N'} ${m}x${k}x${n}`;
    return sample(name, [a, b], (x, y) => matmul(x, y, options));
  };
  return [of([], 3, 4, 5), of([], 1, 3, 1), of([], 7, 1, 9), of([2], 3, 5, 2)];
}
