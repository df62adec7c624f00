import { expect, it } from 'vitest';
import {
  add,
  constant,
  gradients,
  literal,
  matmul,
  mean,
  multiply,
  read,
  relu,
  square,
  subtract,
  withLabel,
} from '../index.ts';
import { printProgram } from './printProgram.ts';
import type { Shape, Slot } from './tensor.ts';

const slot = (block: string, name: string, offset: number, shape: Shape): Slot => ({
  block,
  name,
  offset,
  shape,
  dtype: 'f32',
});

it('prints a small training program', () => {
  const weight = slot('parameters', 'dense1.weight', 0, [2, 3]);
  const x = read(slot('inputs', 'features', 0, [4, 2]));
  const w = read(weight);
  const prediction = withLabel(relu(matmul(x, w)), 'dense1');
  const loss = withLabel(mean(square(subtract(prediction, 1))), 'loss');
  const [gradient] = gradients(loss, [w]);
  const assignments = [
    { slot: slot('outputs', 'loss', 0, []), value: loss },
    { slot: { ...weight, block: 'gradients' }, value: gradient },
  ];
  expect(printProgram({ name: 'gradient', assignments })).toMatchInlineSnapshot(`
    "program gradient
      %0 = read features(inputs 0..8) : f32[4, 2]
      %1 = read dense1.weight(parameters 0..6) : f32[2, 3]
      %2 = matmul %0 %1 : f32[4, 3]
      %3 = constant value=0 : f32[4, 3]
      %4 = lessEqual %2 %3 : f32[4, 3]
      %5 = constant value=0 : f32[4, 3]
      %6 = select %4 %5 %2 : f32[4, 3]  # dense1
      %7 = constant value=1 : f32[4, 3]
      %8 = subtract %6 %7 : f32[4, 3]
      %9 = multiply %8 %8 : f32[4, 3]
      %10 = sum %9 axes=[0, 1] : f32[]
      %11 = constant value=12 : f32[]
      %12 = divide %10 %11 : f32[]  # loss
      %13 = constant value=0 : f32[4, 3]
      %14 = constant value=1 : f32[]  # gradient of loss
      %15 = divide %14 %11 : f32[]
      %16 = broadcast %15 : f32[4, 3]
      %17 = multiply %16 %8 : f32[4, 3]
      %18 = multiply %16 %8 : f32[4, 3]
      %19 = add %17 %18 : f32[4, 3]
      %20 = select %4 %13 %19 : f32[4, 3]
      %21 = matmul %0 %20 transposeA : f32[2, 3]  # gradient of dense1.weight
      loss(outputs 0..1) <- %12
      dense1.weight(gradients 0..6) <- %21
    "
  `);
});

it('prints numbers that JavaScript hides, and the beginning of long literals', () => {
  const nine = literal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const value = add(multiply(nine, constant(-0, [9])), nine);
  expect(printProgram({ name: 'p', assignments: [{ slot: slot('b', 'y', 3, [9]), value }] }))
    .toMatchInlineSnapshot(`
      "program p
        %0 = literal values=[1, 2, 3, 4, 5, 6, 7, 8, ...] : f32[9]
        %1 = constant value=-0 : f32[9]
        %2 = multiply %0 %1 : f32[9]
        %3 = add %2 %0 : f32[9]
        y(b 3..12) <- %3
      "
    `);
});
