import { expect, test } from 'vitest';
import { train } from '../train.ts';

test('a table that is too large for memory is refused before any fold is trained', async () => {
  const data = Array.from({ length: 60 }, (_, row) => ({ x: row % 7, y: row % 5 }));
  const run = train({ data, target: 'y', set: ['stopping.folds=3', 'stopping.epochs=1'], memory: 1e6 });
  const seen: string[] = [];
  const follow = async () => {
    for await (const { type } of run) seen.push(type);
  };
  await expect(follow()).rejects.toMatchObject({ code: 'memory' });
  expect(seen).not.toContain('stage');
});
