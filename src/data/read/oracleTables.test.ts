import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inferKinds, inspectTable } from '../table/index.ts';
import { readTableFile } from './readTableFile.node.ts';

interface Described {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly target: string;
  readonly columns: readonly {
    name: string;
    kind: 'numeric' | 'categorical';
    missing: number;
    categories?: string[];
  }[];
}

const folder = new URL('../../../fixtures/oracle/', import.meta.url);
const { cases } = JSON.parse(await readFile(new URL('data/tables.json', folder), 'utf8')) as {
  cases: Described[];
};

/** Counted by pandas when the tables were written (README of the oracle). */
const REPEATED: Record<string, number> = { spam: 391, diamonds: 146, concrete: 25, wa_churn: 22, iris: 1 };

async function read(file: string) {
  const plain = new URL(file, folder);
  return readTableFile(plain.pathname).catch(() => readTableFile(`${plain.pathname}.gz`));
}

test.each(cases.map((one) => [one.name, one] as const))(
  '%s is read as it was written',
  async (name, described) => {
    const { table, warnings } = await read(described.file);
    const found = table.columns.map((column) => ({
      name: column.name,
      kind: column.type === 'number' ? 'numeric' : 'categorical',
      missing:
        column.type === 'text'
          ? column.codes.filter((code) => code < 0).length
          : column.values.filter((value) => Number.isNaN(value)).length,
      ...(column.type === 'text' && { categories: [...column.dictionary].sort() }),
    }));
    expect(found).toEqual(described.columns);
    expect(table.rows).toBe(described.rows);
    expect(warnings).toEqual([]);

    const { kinds } = inferKinds(table, {}, [described.target]);
    for (const { name: column, kind } of described.columns) {
      const allowed = kind === 'numeric' ? ['number', 'constant'] : ['category', 'boolean'];
      expect(allowed).toContain(kinds[column]);
    }
    const repeated = inspectTable(table, kinds, { targets: [described.target] });
    expect(repeated.map(({ text }) => Number.parseInt(text, 10))).toEqual(
      name in REPEATED ? [REPEATED[name]] : [],
    );
  },
);
