import { add, multiply, stopGradient, subtract, type Tensor } from '../tensor/index.ts';

/**
 * The value, with this derivative by x instead of its own: what is added is 0. For functions elementwise in x, where x is finite.
 */
export function withGradient(value: Tensor, x: Tensor, derivative: Tensor | number): Tensor {
  const fixed = typeof derivative === 'number' ? derivative : stopGradient(derivative);
  return add(stopGradient(value), multiply(subtract(x, stopGradient(x)), fixed));
}
