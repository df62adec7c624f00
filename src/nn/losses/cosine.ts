import { add, divide, maximum, multiply, reshape, squareRoot, sum, type Tensor } from '../../tensor/index.ts';

/** Cosine of the angle between the rows of two [n, k], as [n, 1]; `lengths` turns their squared lengths into the divisor. */
export function cosine(a: Tensor, b: Tensor, lengths: (aa: Tensor, bb: Tensor) => Tensor): Tensor {
  const dot = (x: Tensor, y: Tensor): Tensor => reshape(sum(multiply(x, y), 1), [-1, 1]);
  return divide(dot(a, b), lengths(dot(a, a), dot(b, b)));
}

/** sqrt((aa + epsilon) (bb + epsilon)): PyTorch's cosine_embedding_loss. */
export function lengthsPlus(epsilon: number): (aa: Tensor, bb: Tensor) => Tensor {
  return (aa, bb) => squareRoot(multiply(add(aa, epsilon), add(bb, epsilon)));
}

/** max(|a|, epsilon) max(|b|, epsilon): PyTorch's cosine_similarity. */
export function lengthsAtLeast(epsilon: number): (aa: Tensor, bb: Tensor) => Tensor {
  const least = (squared: Tensor): Tensor => squareRoot(maximum(squared, epsilon * epsilon));
  return (aa, bb) => multiply(least(aa), least(bb));
}
