import { expect, test } from 'vitest';
import type { LayerShape, NetworkShape } from '../../run/contract.ts';
import { leastShown, linkWidth } from './drawNetwork.ts';
import { hitLink, middleOfLink } from './hitLink.ts';
import { layoutNetwork, leastWidth, placeOf, weightIndex } from './layout.ts';

/** A net of these sizes; parameters layer by layer, weights before biases. */
function netOf(...sizes: number[]): NetworkShape {
  let offset = 0;
  let firstNeuron = 0;
  const layers = sizes.map((units, index): LayerShape => {
    const weights = index === 0 ? null : { offset };
    if (index > 0) offset += sizes[index - 1] * units;
    const biases = index === 0 ? null : { offset };
    if (index > 0) offset += units;
    const kind = index === 0 ? 'input' : index === sizes.length - 1 ? 'output' : 'hidden';
    const layer = { kind, units, weights, biases, firstNeuron, label: '', names: [], dropout: 0 } as const;
    firstNeuron += units;
    return { ...layer, activation: null, normalisation: null };
  });
  return { layers, neurons: firstNeuron };
}

test('columns are spread over the width, neurons around the middle, tiles never over each other', () => {
  const layout = layoutNetwork(netOf(2, 16, 1), 600, 400);
  expect(layout.columns.map(({ x }) => x)).toEqual([64, 295, 526]);
  expect(layout.columns[2].ys).toEqual([200]);
  const { ys, tile } = layout.columns[1];
  expect(ys[0] - tile / 2).toBeGreaterThan(0);
  expect(ys[15] + tile / 2).toBeLessThan(400);
  expect(ys[1] - ys[0]).toBeGreaterThan(tile);
  expect(layout.columns[0].tile).toBeGreaterThan(40);
});

test('tiles shrink with many columns, and the least width grows with them', () => {
  const deep = netOf(2, ...Array<number>(8).fill(4), 2);
  const layout = layoutNetwork(deep, leastWidth(deep), 300);
  expect(layout.columns[1].x - layout.columns[0].x).toBeGreaterThan(layout.columns[1].tile * 1.5);
});

test('a weight lies where the engine keeps it: [in, out]', () => {
  const layout = layoutNetwork(netOf(2, 3, 1), 600, 400);
  expect(weightIndex(layout, { column: 1, from: 1, to: 2 })).toBe(5);
  expect(weightIndex(layout, { column: 2, from: 2, to: 0 })).toBe(9 + 2);
});

test('neurons are numbered through all columns', () => {
  const layout = layoutNetwork(netOf(2, 3, 1), 600, 400);
  expect([0, 1, 2, 4, 5].map((neuron) => placeOf(layout, neuron))).toEqual([
    { column: 0, unit: 0 },
    { column: 0, unit: 1 },
    { column: 1, unit: 0 },
    { column: 1, unit: 2 },
    { column: 2, unit: 0 },
  ]);
});

test('every link is hit at its middle, and nothing far from links', () => {
  const layout = layoutNetwork(netOf(2, 3, 1), 600, 400);
  const link = { column: 1, from: 0, to: 2 };
  const { x, y } = middleOfLink(layout, link);
  // Two links cross in the middle of this symmetric net; a little before it there is only one.
  expect(hitLink(layout, x, y)).not.toBeNull();
  const last = { column: 2, from: 0, to: 0 };
  const middle = middleOfLink(layout, last);
  expect(hitLink(layout, middle.x, middle.y)).toEqual(last);
  expect(hitLink(layout, 300, 5)).toBeNull();
});

test('links grow with the size of their weight, whatever its sign, up to an end', () => {
  expect(linkWidth(1)).toBe(linkWidth(-1));
  expect(linkWidth(1)).toBeGreaterThan(linkWidth(0.2));
  expect(linkWidth(1e9)).toBe(linkWidth(100));
});

test('of very many links the strongest are drawn', () => {
  expect(leastShown(Float32Array.of(0.1, -2, 0))).toBe(0);
  const weights = Float32Array.from({ length: 64 * 64 }, (_, index) => (index % 2 ? index : -index));
  expect(leastShown(weights)).toBe(64 * 64 - 256);
});
