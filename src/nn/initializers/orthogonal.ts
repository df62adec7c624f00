import { z } from 'zod';
import { defineInitializer, type RandomStream } from '../define.ts';
import { gainOption } from './gainOption.ts';

/** Saxe, McClelland and Ganguli, 2014. Tensors of higher rank are taken as the matrix [first axis, all others]. */
export const orthogonal = defineInitializer({
  name: 'orthogonal',
  summary:
    'Rows (or columns, whichever are fewer) at right angles and of one length: keeps signals apart in deep nets.',
  formula: 'Q of the QR decomposition of a normal matrix, times gain',
  options: z.strictObject({ gain: gainOption }),
  fill(values, shape, _fan, { gain }, random) {
    const rows = shape[0] ?? 1;
    const columns = values.length / rows;
    const vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const entry = rows <= columns ? vectors[row][column] : vectors[column][row];
        values[row * columns + column] = gain * entry;
      }
    }
  },
});

/** Normal vectors made orthonormal by Gram-Schmidt; taking the projections off twice keeps them so to the last digit. */
function orthonormal(count: number, length: number, random: RandomStream): Float64Array[] {
  const vectors: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    const vector = Float64Array.from({ length }, (_, i) => random.normal(k * length + i));
    for (let pass = 0; pass < 2; pass++)
      for (const other of vectors) addMultiple(vector, other, -dot(vector, other));
    const size = Math.sqrt(dot(vector, vector));
    vectors.push(vector.map((x) => x / size));
  }
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addMultiple(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] += factor * from[i];
}
