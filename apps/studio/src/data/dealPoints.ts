import type { Part, Shares } from '../../../../src/data/split/index.ts';

const parts: readonly Part[] = ['train', 'validation', 'test'];
/** So many of a class (or of all numbers) are first learned from, so that something can be learned at once. */
const FIRST = 2;

/**
 * The part of each point drawn by hand, by its place among those of its class: always to the part that lacks most of its share. So a point
 * has its part once it is drawn, whatever is drawn after it. `classes` has each point's class; numbers are all of one.
 */
export function dealPoints(classes: ArrayLike<number>, shares: Shares): Part[] {
  const counts = new Map<number, Record<Part, number>>();
  return Array.from(classes, (own) => {
    const count = counts.get(own) ?? { train: 0, validation: 0, test: 0 };
    counts.set(own, count);
    const part = nextPart(count, shares);
    count[part]++;
    return part;
  });
}

function nextPart(count: Readonly<Record<Part, number>>, shares: Shares): Part {
  const all = count.train + count.validation + count.test;
  if (all < FIRST) return 'train';
  const lack = (part: Part) => shares[part] * (all + 1) - count[part];
  return parts.reduce((most, part) => (lack(part) > lack(most) ? part : most));
}
