/** Breaks a text into lines of at most `width` characters, at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A paragraph under a bullet: the first line after it, the others below its first word. */
export function bullet(mark: string, text: string, width: number): string {
  return wrap(text, Math.max(20, width - 4))
    .map((line, index) => (index === 0 ? `  ${mark} ${line}` : `    ${line}`))
    .join('\n');
}
