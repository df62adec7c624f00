/**
 * The middle one of the numbers in any order, or the mean of the two in the middle: what `median` finds in sorted ones, without
 * sorting them, so that the time for each number is the same however many there are. Moves the numbers about. NaN of no numbers.
 */
export function medianOf(values: Float64Array): number {
  const middle = values.length >> 1;
  if (values.length === 0) return NaN;
  const upper = nthSmallest(values, middle);
  if (values.length % 2 === 1) return upper;
  const lower = nthSmallest(values, middle - 1);
  // Halved first, so that two large numbers don't overflow.
  return lower / 2 + upper / 2;
}

/** The number that would stand at `index` were they sorted: Hoare's selection. */
function nthSmallest(values: Float64Array, index: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOfThree(values[low], values[(low + high) >> 1], values[high]);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (values[right] > pivot) right--;
      if (left > right) break;
      const held = values[left];
      values[left++] = values[right];
      values[right--] = held;
    }
    if (index <= right) high = right;
    else if (index >= left) low = left;
    else break;
  }
  return values[index] === 0 ? zeroAt(values, index) : values[index];
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** Sorting puts -0 before 0, which no comparison tells apart. */
function zeroAt(values: Float64Array, index: number): number {
  let before = 0;
  for (let i = 0; i < values.length; i++) if (values[i] < 0 || Object.is(values[i], -0)) before++;
  return index < before ? -0 : 0;
}
