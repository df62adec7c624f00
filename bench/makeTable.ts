/**
 * Writes a table of any length, for measuring: `node bench/makeTable.ts ROWS FILE`. 29 columns of numbers (some skewed, some counts, some
 * with missing values), a category, and a target that depends on them; the same bytes each time.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { argv, exit } from 'node:process';

const [, , rowsText, path] = argv;
const rows = Number(rowsText);
if (!Number.isInteger(rows) || rows < 1 || path === undefined) {
  console.error('node bench/makeTable.ts ROWS FILE');
  exit(2);
}

const NUMBERS = 28;
const words = ['north', 'south', 'east', 'west'];

/** Marsaglia's xorshift: its quality does not matter here, its speed does. */
let state = 2463534242;
function random(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

function row(): string {
  const cells: string[] = [];
  let sum = 0;
  for (let column = 0; column < NUMBERS; column++) {
    const value = (random() + random() + random() - 1.5) * (1 + (column % 5));
    if (column % 7 === 3 && random() < 0.02) cells.push('');
    else if (column % 7 === 5) cells.push(String(Math.floor(random() * 100)));
    else cells.push(value.toFixed(5));
    sum += column < 6 ? value : 0;
  }
  const word = Math.floor(random() * words.length);
  const target = sum + (word === 1 ? 1 : 0) + Math.sin(sum) + random();
  cells.push(words[word], target.toFixed(4));
  return cells.join(',');
}

const names = Array.from({ length: NUMBERS }, (_, column) => `x${column}`);
const file = openSync(path, 'w');
let lines = [[...names, 'region', 'target'].join(',')];
for (let written = 0; written < rows; written++) {
  lines.push(row());
  if (lines.length < 10_000 && written < rows - 1) continue;
  writeSync(file, `${lines.join('\n')}\n`);
  lines = [];
}
closeSync(file);
