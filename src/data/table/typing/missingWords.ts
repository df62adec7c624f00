/** Words that mean "no number here" in a column of numbers, or "no date" in one of dates; compared without case. */
const MISSING = new Set(
  `na n/a n.a. n.a #n/a #na <na> nan -nan +nan null none nil nd n/d n.d. ? ?? - -- --- . .. ... * _ – — missing unknown undefined
  inf +inf -inf infinity +infinity -infinity ∞ -∞ #div/0! #value! #ref! #num! #null! #name? 1.#inf -1.#inf 1.#qnan -1.#ind`.split(
    /\s+/,
  ),
)
  .add('not available')
  .add('not applicable');

/**
 * Whether `word` stands for a missing value among numbers or dates, infinities included. In a column of text the same word
 * is kept: there `none` or `-` may well be a category.
 */
export function isMissingWord(word: string): boolean {
  return word.length <= 16 && MISSING.has(word.trim().toLowerCase());
}
