export interface PolynomialOptions {
  /** Smallest and largest degree of a term. */
  readonly degree: readonly [number, number];
  /** Products of different columns alone, no squares. */
  readonly interactionOnly: boolean;
  /** Whether the first term is 1. */
  readonly bias: boolean;
}

/**
 * The terms of a polynomial in `width` columns, each as the columns that are multiplied: by degree, then in order of the
 * columns (scikit-learn's PolynomialFeatures).
 */
export function polynomialTerms(
  { degree, interactionOnly, bias }: PolynomialOptions,
  width: number,
): number[][] {
  const [lowest, highest] = degree;
  const terms: number[][] = bias ? [[]] : [];
  let ofDegree: number[][] = [[]];
  for (let at = 1; at <= highest; at++) {
    ofDegree = ofDegree.flatMap((term) => extended(term, interactionOnly, width));
    if (at >= lowest) terms.push(...ofDegree);
  }
  return terms;
}

function extended(term: readonly number[], interactionOnly: boolean, width: number): number[][] {
  const last = term.at(-1) ?? (interactionOnly ? -1 : 0);
  const first = interactionOnly ? last + 1 : last;
  return Array.from({ length: Math.max(width - first, 0) }, (_, i) => [...term, first + i]);
}

/** The value of each term for a row. */
export function polynomialRow(terms: readonly (readonly number[])[], row: Float64Array): Float64Array {
  return Float64Array.from(terms, (term) => term.reduce((product, column) => product * row[column], 1));
}
