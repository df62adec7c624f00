import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, constant, negate } from '../ops/build/index.ts';
import { topologicalOrder } from './topologicalOrder.ts';
import type { Tensor } from './tensor.ts';

it('puts every node once, after its inputs', () => {
  const choices = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(choices, (pairs) => {
      const nodes: Tensor[] = [constant(1)];
      for (const [a, b] of pairs) nodes.push(add(nodes[a % nodes.length], nodes[b % nodes.length]));
      const order = topologicalOrder(nodes);
      expect(new Set(order)).toEqual(new Set(nodes));
      expect(order).toHaveLength(nodes.length);
      for (const [at, node] of order.entries())
        for (const input of node.inputs) expect(order.indexOf(input)).toBeLessThan(at);
    }),
  );
});

it('goes through chains deeper than the call stack', () => {
  let x = constant(1);
  for (let i = 0; i < 200_000; i++) x = negate(x);
  expect(topologicalOrder([x])).toHaveLength(200_001);
});

it('leaves out what no output needs', () => {
  const used = constant(1);
  add(used, constant(2));
  expect(topologicalOrder([used, used])).toEqual([used]);
});
