import { signsOf } from './signs.ts';

/** At most so many signs of it, the last an ellipsis where more were there; on one line. */
export function clipped(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const signs = signsOf(line.slice(0, most * 12));
  return signs.length <= most
    ? line
    : `${signs
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}
