import { less, lessEqual, select, type Tensor } from '../../tensor/index.ts';

/** x kept within the bounds; at the bounds and beyond the gradient is 0 (`clip` of the engine has 1 at them). */
export function cutOff(x: Tensor, minimum: number, maximum: number): Tensor {
  return select(lessEqual(x, minimum), minimum, select(less(x, maximum), x, maximum));
}
