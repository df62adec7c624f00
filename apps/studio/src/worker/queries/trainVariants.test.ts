import { describe, expect, it } from 'vitest';
import { deskForTest, jobForTest } from './deskForTest.ts';
import { meanRun, orderRibbons } from './orderRibbons.ts';
import { trainVariants } from './trainVariants.ts';

const job = jobForTest({ model: { hidden: [8] }, stopping: { epochs: 1000 } });
const desk = deskForTest(job);

describe('variants of a run', () => {
  it('share start and batches: the same recipe twice is the same run', async () => {
    const [a, b, c] = await trainVariants({ edits: [{}, {}, { seed: 2 }], epochs: 15, weights: true }, desk);
    expect(a.train).toHaveLength(15);
    expect(b).toEqual(a);
    expect(c.train).not.toEqual(a.train);
    expect(a.layers.map(({ label, values }) => [label, values.length])).toEqual([
      ['dense1', 16],
      ['output.target', 16],
    ]);
  });

  it('differ in what is chosen alone: before the first step they are one', async () => {
    const penalised = { penalties: [{ name: 'l1Proximal', strength: 0.05 }] };
    const runs = await Promise.all([{}, penalised].map((own) => desk.openRun(own)));
    expect(runs[1].net.parameters).toEqual(runs[0].net.parameters);
    runs.forEach((run) => run.advance({ steps: 1 }));
    expect(runs[1].lastStep!.rows).toEqual(runs[0].lastStep!.rows);
    const [plain, sparse] = await trainVariants({ edits: [{}, penalised], epochs: 60, weights: true }, desk);
    expect(plain.zeros).toBe(0);
    expect(sparse.zeros).toBeGreaterThan(0);
    expect(sparse.weights).toBe(32);
  });

  it('say why one of them did not run, and run the others', async () => {
    const [bad, wild, good] = await trainVariants(
      {
        edits: [
          { losses: [{ target: 'target', name: 'meanSquaredError' }] },
          {
            model: { activation: { name: 'relu' } },
            optimizer: { name: 'sgd', learningRate: 1e30 },
          },
          {},
        ],
        epochs: 5,
        weights: false,
      },
      desk,
    );
    expect(bad.problem).toContain('use crossEntropy');
    expect(wild.problem).toContain('no longer a finite number');
    expect(good.problem).toBeNull();
    expect(good.kept!.validation!.loss).toBe(good.validation[good.kept!.epoch - 1]);
  });
});

describe('orders of the rows', () => {
  it('show the last batches with the losses they had', async () => {
    const orders = ['shuffled', 'interleaved', 'sorted'];
    const [shuffled, interleaved, sorted] = await orderRibbons({ orders, epochs: 6, batches: 6 }, desk);
    expect(shuffled.rows).toHaveLength(60);
    expect(shuffled.starts).toEqual([0, 10, 20, 30, 40, 50]);
    expect(interleaved.runLength).toBe(1);
    expect(sorted.runLength).toBe(30);
    expect(shuffled.runLength).toBeGreaterThan(1);
    expect(shuffled.losses.every((loss) => loss > 0)).toBe(true);
    expect(sorted.validation).not.toEqual(shuffled.validation);
  });

  it('have no classes to go by where the target is a number', async () => {
    const plane = jobForTest({}, { dataset: 'plane' });
    const [shuffled, interleaved] = await orderRibbons(
      { orders: ['shuffled', 'interleaved'], epochs: 2, batches: 2 },
      deskForTest(plane),
    );
    expect(shuffled.problem).toBeNull();
    expect(interleaved.problem).toContain('goes by classes');
  });
});

it('counts how many alike come one after another', () => {
  expect(meanRun([0, 0, 1, 1, 1, 0])).toBe(2);
  expect(meanRun([])).toBe(0);
});
