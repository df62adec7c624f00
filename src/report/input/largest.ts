/** Places of the `count` largest values, the largest first; earlier places first among equals. */
export function largest(values: ArrayLike<number>, count: number): number[] {
  const places = Array.from({ length: values.length }, (_, place) => place);
  return places.sort((a, b) => values[b] - values[a] || a - b).slice(0, count);
}
