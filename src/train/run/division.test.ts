import { expect, it } from 'vitest';
import { train } from '../train.ts';

const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
const rows = Array.from({ length: 40 }, (_, i) => ({ when: day(i), x: (i * 7) % 11, y: i + ((i * 7) % 11) }));
const quick = ['model.hidden=[2]', 'stopping.folds=0', 'stopping.epochs=1'];

async function codes(...set: string[]): Promise<string[]> {
  const { result } = await train({ data: rows, target: 'y', set: [...quick, ...set], executor: 'reference' });
  return result.warnings.map(({ code }) => code);
}

it('says that rows of all times are in every part, unless the split was chosen', async () => {
  expect(await codes()).toContain('dates-mixed');
  expect(await codes('split.kind=random')).not.toContain('dates-mixed');
  expect(await codes('split.kind=time', 'split.column=when')).not.toContain('dates-mixed');
});
