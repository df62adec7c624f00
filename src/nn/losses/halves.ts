import { slice, type Tensor } from '../../tensor/index.ts';

/** The first and the second half of the columns of [n, 2 k]. */
export function halves(x: Tensor): readonly [Tensor, Tensor] {
  const [rows, columns] = x.shape;
  const half = columns / 2;
  return [slice(x, [0, 0], [rows, half]), slice(x, [0, half], [rows, half])];
}
