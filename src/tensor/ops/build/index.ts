export { broadcast } from './broadcast.ts';
export { matmul, type MatmulOptions } from './contract.ts';
export {
  absolute,
  add,
  cast,
  cos,
  divide,
  equal,
  erf,
  exp,
  expm1,
  floor,
  isFinite,
  less,
  lessEqual,
  log,
  log1p,
  maximum,
  minimum,
  multiply,
  negate,
  notEqual,
  type Operand,
  power,
  select,
  sign,
  sin,
  squareRoot,
  stopGradient,
  subtract,
  tanh,
} from './elementwise.ts';
export { constant, literal, read } from './leaf.ts';
export { concatenate, gather, pad, reshape, scatterAdd, slice, transpose } from './move.ts';
export { random } from './random.ts';
export { argmax, type Axes, max, type ReduceOptions, sum } from './reduce.ts';
