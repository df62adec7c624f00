/**
 * Numbers the classes of `rows` in the order in which they first appear, so that what is done with them cannot depend on
 * how they are named. `classes` holds one number for each of `rows`, `counts` the rows of each class.
 */
export function classCounts(
  rows: Int32Array,
  labels: ArrayLike<number>,
): { classes: Int32Array; counts: Int32Array } {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const classes = rows.map((row) => {
    const label = labels[row];
    let number = numbers.get(label);
    if (number === undefined) {
      number = counts.push(0) - 1;
      numbers.set(label, number);
    }
    counts[number]++;
    return number;
  });
  return { classes, counts: Int32Array.from(counts) };
}
