import { expect, it } from 'vitest';
import { deskForTest, jobForTest, openForTest } from './deskForTest.ts';
import { axisAround, lossPlane } from './lossPlane.ts';
import { atOnce } from './portions.ts';
import { scalingColumns } from './scalingColumns.ts';

it('passes through the present loss at its middle, and leaves the net as it was', async () => {
  const run = await openForTest();
  run.advance({ epochs: 4 });
  const { part } = run.trainer.batch;
  const { net } = run;
  const before = net.parameters.slice();
  const axes = [axisAround(0, net.parameters[0], 2), axisAround(4, net.parameters[4], 2)] as const;
  const plane = atOnce(lossPlane(net, part, axes, 9));
  expect(plane.values[4 * 9 + 4]).toBeCloseTo(net.evaluate(part).loss, 6);
  expect(new Set(plane.values).size).toBeGreaterThan(60);
  expect(net.parameters).toEqual(before);
});

it('holds the path of two weights that learn alone', async () => {
  const job = jobForTest({ optimizer: { name: 'sgd', learningRate: 0.5 } }, { stretch: { x: 1, y: 6 } });
  const input = { scalers: ['none', 'standardise'], unit: 1, steps: 20, size: 41 };
  const [raw, scaled] = await scalingColumns(input, deskForTest(job));
  for (const { plane, path, losses, problem } of [raw, scaled]) {
    expect(problem).toBeNull();
    expect(path).toHaveLength(42);
    const { x, y, size, values } = plane!;
    path.forEach((value, at) => {
      const axis = at % 2 === 0 ? x : y;
      expect(value).toBeGreaterThanOrEqual(axis.low);
      expect(value).toBeLessThanOrEqual(axis.high);
    });
    const column = Math.round(((path[0] - x.low) / (x.high - x.low)) * (size - 1));
    const row = Math.round(((path[1] - y.low) / (y.high - y.low)) * (size - 1));
    const around = [-1, 0, 1].flatMap((up) =>
      [-1, 0, 1].map((across) => values[(row + up) * size + column + across]),
    );
    expect(losses[0]).toBeGreaterThan(Math.min(...around) - 1e-6);
    expect(losses[0]).toBeLessThan(Math.max(...around) + 1e-6);
  }
  expect(scaled.losses.at(-1)!).toBeLessThan(scaled.losses[0]);
  expect(raw.lines).toEqual(scaled.lines);
  expect(raw.saturated).toBeGreaterThan(scaled.saturated);
});
