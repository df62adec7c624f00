import { expect, it } from 'vitest';
import { train } from '../train.ts';

const rows = Array.from({ length: 60 }, (_, i) => {
  const x = ((i * 37) % 60) / 10 - 3;
  const z = ((i * 23) % 60) / 10 - 3;
  return { x, z, y: 2 * x - z + 1 + 0.01 * ((i * 7) % 5) };
});
const small = ['split.train=0.6', 'model.hidden=[4]', 'stopping.folds=0', 'stopping.epochs=3'];

it('starts as the linear baseline, and may stay it', async () => {
  const run = train({ data: rows, target: 'y', set: small, executor: 'reference' });
  const epochs: { epoch: number; r2: number }[] = [];
  for await (const event of run) {
    if (event.type === 'epoch') epochs.push({ epoch: event.epoch, r2: event.train.r2 });
  }
  const { result } = await run;
  expect(epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
  expect(epochs[0].r2).toBeGreaterThan(0.999);
  expect(result.test!.r2).toBeGreaterThan(0.999);
});

it('draws everything where the path starts at nothing', async () => {
  const run = train({
    data: rows,
    target: 'y',
    set: [...small, 'model.linearPath=zeros'],
    executor: 'reference',
  });
  const first: number[] = [];
  for await (const event of run) if (event.type === 'epoch') first.push(event.epoch);
  expect(first).toEqual([1, 2, 3]);
});

it('keeps the running average of the weights, not the last ones', async () => {
  const set = [...small, 'model.linearPath=none', 'stopping.restoreBest=false'];
  const weights = async (decay: string) => {
    const { model } = await train({
      data: rows,
      target: 'y',
      set: [...set, `averaging.decay=${decay}`],
      executor: 'reference',
    });
    return [...model.parts.nets[0].parameters];
  };
  const [averaged, last, newest] = [await weights('0.9'), await weights('null'), await weights('0')];
  expect(averaged).not.toEqual(last);
  expect(newest).toEqual(last);
});
