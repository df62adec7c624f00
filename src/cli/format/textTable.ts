/** A table of texts: the first `left` columns flush left, the others flush right, as many of them as the width allows. */
export function textTable(rows: readonly (readonly string[])[], width: number, left = 1): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => visible(row[column] ?? '').length)),
  );
  let shown = 0;
  let used = 2;
  while (shown < columns && (shown < 2 || used + widths[shown] <= width)) used += widths[shown++] + 2;
  return rows.map((row) => {
    const cells = widths.slice(0, shown).map((own, column) => padded(row[column] ?? '', own, column >= left));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - visible(text).length);
  return right ? space + text : text + space;
}

/** Without colours. */
// oxlint-disable-next-line no-control-regex
const visible = (text: string): string => text.replace(/\x1b\[\d+m/g, '');
