/** At most so many characters (not halves of one), the rest an ellipsis. */
export function clipped(text: string, most: number): string {
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length <= most
    ? signs.join('')
    : `${signs
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}
