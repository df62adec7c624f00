import type { Warning } from './table.ts';

/** Names that are trimmed, present and distinct: an empty one becomes `column_3`, a repeated one gets `_2`; both are said. */
export function columnNames(raw: readonly string[]): { names: string[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const taken = new Set<string>();
  const given = new Set(raw.map((name) => name.trim()));
  const names = raw.map((rawName, index) => {
    const wanted = rawName.trim() || `column_${index + 1}`;
    const name =
      taken.has(wanted) || (rawName.trim() === '' && given.has(wanted))
        ? suffixed(wanted, taken, given)
        : wanted;
    taken.add(name);
    if (rawName.trim() === '') warnings.push(emptyName(index, name));
    else if (name !== wanted) warnings.push(repeatedName(wanted, name));
    return name;
  });
  return { names, warnings };
}

function suffixed(wanted: string, taken: ReadonlySet<string>, given: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const name = `${wanted}_${n}`;
    if (!taken.has(name) && !given.has(name)) return name;
  }
}

function emptyName(index: number, name: string): Warning {
  return {
    code: 'empty-name',
    column: name,
    text: `Column ${index + 1} has no name in the header: it is called '${name}'.`,
  };
}

function repeatedName(wanted: string, name: string): Warning {
  const text = `The name '${wanted}' stands in the header more than once: the later column is called '${name}'.`;
  return { code: 'duplicate-name', column: name, text };
}
