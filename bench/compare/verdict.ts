import type { Summary } from '../harness/statistics.ts';

/** What a ratio of now over before says: worse or better only where the quartiles agree, and by more than `nothing`. */
export function verdict(
  ratio: Summary | number | undefined,
  nothing: number,
): 'worse' | 'better' | 'same' | 'not measured' {
  if (ratio === undefined) return 'not measured';
  const { lower, upper } = typeof ratio === 'number' ? { lower: ratio, upper: ratio } : ratio;
  if (lower > 1 + nothing) return 'worse';
  return upper < 1 - nothing ? 'better' : 'same';
}
