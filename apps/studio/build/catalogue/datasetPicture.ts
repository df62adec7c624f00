import type { SyntheticTable } from '../../../../src/data/synthetic/index.ts';
import type { Dataset } from '../../src/catalogue/types.ts';

const POINTS = 110;

/** A dataset with points enough for a small picture of it. */
export function datasetPicture({ name, task, classes: count, make }: SyntheticTable): Dataset {
  const { columns } = make({ rows: POINTS, seed: 1, noise: 0 });
  const [x, y, target] = columns;
  if (x.type !== 'number' || y.type !== 'number') throw new TypeError(`${name}: x and y should be numbers`);
  const classes = target.type === 'text' ? target.dictionary.length : 0;
  const third = (row: number): string => {
    if (target.type === 'text') return character(target.codes[row]);
    if (target.type !== 'number') throw new TypeError(`${name}: a target should be text or numbers`);
    return stretched(target.values[row], 1.2);
  };
  const points = Array.from(
    { length: POINTS },
    (_, row) => stretched(x.values[row], 6) + stretched(y.values[row], 6) + third(row),
  );
  const classCount = count && { least: count.least, most: count.most };
  return { name, task, classes, classCount, points: points.join('') };
}

/** A number from -reach to reach as one printable character. */
function stretched(value: number, reach: number): string {
  const share = (value / reach + 1) / 2;
  return character(Math.round(Math.min(Math.max(share, 0), 1) * LEVELS));
}

/** Printable characters from `#` to `~` but the backslash, so that none is escaped in JSON. */
const LEVELS = 90;
function character(level: number): string {
  const code = 35 + level;
  return String.fromCharCode(code < 92 ? code : code + 1);
}
