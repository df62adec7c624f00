import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomStream } from '../../../src/numeric/index.ts';

/** Rows of two numbers, a word and an id; `kind` follows from them with some noise, `price` is a number. */
export function rowsOf(count: number, seed = 5): Record<string, string>[] {
  const stream = randomStream(seed, 'test', 'cli');
  return Array.from({ length: count }, (_, i) => {
    const [x, y, noise] = [0, 1, 2].map((column) => stream.normal(3 * i + column));
    const colour = ['red', 'green', 'blue'][i % 3];
    const score = x + y + (colour === 'red' ? 0.8 : 0) + noise / 3;
    return {
      id: `A${String(i).padStart(5, '0')}`,
      x: x.toFixed(3),
      y: i % 17 === 0 ? '' : y.toFixed(3),
      colour,
      price: (100 + 20 * score).toFixed(2),
      kind: score > 0.3 ? 'up' : 'down',
    };
  });
}

export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => `${cells.join(',')}\n`).join('');
}

export function writeTable(folder: string, name = 'data.csv', rows = rowsOf(150)): string {
  writeFileSync(join(folder, name), csvOf(rows));
  return name;
}

/** Edits for a training of no time at all. */
export const quick = [
  'stopping.folds=0',
  'stopping.epochs=4',
  'model.hidden=8',
  'model.linearPath=none',
  'batches.size=32',
].flatMap((edit) => ['--set', edit]);
