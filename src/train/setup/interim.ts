import { findColumn, type Column, type ColumnKind, type Table } from '../../data/table/index.ts';

export interface Prepared {
  readonly rows: number;
  readonly width: number;
  readonly features: Float32Array;
  readonly codes: Int32Array;
}
export interface FittedPreparation {
  readonly width: number;
  readonly embeddings: readonly {
    readonly name: string;
    readonly size: number;
    readonly dimension: number;
  }[];
  apply(table: Table, rows?: Int32Array): Prepared;
  toJSON(): unknown;
}
export type FittedTarget =
  | {
      readonly kind: 'classes';
      readonly name: string;
      readonly classes: readonly string[];
      encode(column: Column, rows: Int32Array): Int32Array;
      toJSON(): unknown;
    }
  | {
      readonly kind: 'number';
      readonly name: string;
      encode(column: Column, rows: Int32Array): Float64Array;
      decode(values: Float64Array): Float64Array;
      toJSON(): unknown;
    };

interface Fit {
  name: string;
  mean?: number;
  scale?: number;
  median?: number;
  categories?: string[];
}

export function preparationFromJSON(json: unknown): FittedPreparation {
  const fits = json as Fit[];
  const width = fits.reduce((sum, f) => sum + (f.categories?.length ?? 1), 0);
  return {
    width,
    embeddings: [],
    toJSON: () => fits,
    apply(table, rows = Int32Array.from({ length: table.rows }, (_, i) => i)) {
      const features = new Float32Array(rows.length * width);
      let at = 0;
      for (const fit of fits) {
        const column = findColumn(table, fit.name);
        rows.forEach((row, i) => {
          if (fit.categories) {
            const k = fit.categories.indexOf(textAt(column, row) ?? '');
            if (k >= 0) features[i * width + at + k] = 1;
          } else {
            const v = column.type === 'text' ? NaN : column.values[row];
            features[i * width + at] = ((Number.isNaN(v) ? fit.median! : v) - fit.mean!) / fit.scale!;
          }
        });
        at += fit.categories?.length ?? 1;
      }
      return { rows: rows.length, width, features, codes: new Int32Array(0) };
    },
  };
}
const textAt = (column: Column, row: number) =>
  column.type === 'text' ? (column.dictionary[column.codes[row]] ?? 'missing') : String(column.values[row]);

export function fitPreparation(
  _settings: unknown,
  table: Table,
  kinds: Readonly<Record<string, ColumnKind>>,
  rows: Int32Array,
): FittedPreparation {
  const fits: Fit[] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const column = findColumn(table, name);
    if (kind === 'number' && column.type !== 'text') {
      const values = Array.from(rows, (row) => column.values[row])
        .filter((v) => !Number.isNaN(v))
        .sort((a, b) => a - b);
      const median = values[values.length >> 1];
      const all = Array.from(rows, (row) => column.values[row]).map((v) => (Number.isNaN(v) ? median : v));
      const mean = all.reduce((a, b) => a + b, 0) / all.length;
      const sd = Math.sqrt(all.reduce((a, b) => a + (b - mean) * (b - mean), 0) / all.length);
      fits.push({ name, mean, median, scale: sd || 1 });
    } else if (kind === 'category' || kind === 'boolean') {
      fits.push({ name, categories: [...new Set(Array.from(rows, (row) => textAt(column, row)))] });
    }
  }
  return preparationFromJSON(fits);
}
export function targetFromJSON(json: unknown): FittedTarget {
  const j = json as { kind: string; name: string; classes: string[]; mean: number; scale: number };
  if (j.kind === 'classes')
    return {
      kind: 'classes',
      name: j.name,
      classes: j.classes,
      toJSON: () => j,
      encode: (column, rows) => rows.map((row) => j.classes.indexOf(textAt(column, row))),
    };
  return {
    kind: 'number',
    name: j.name,
    toJSON: () => j,
    encode: (column, rows) =>
      Float64Array.from(rows, (row) => ((column as { values: Float64Array }).values[row] - j.mean) / j.scale),
    decode: (values) => values.map((v) => v * j.scale + j.mean),
  };
}
export function fitTarget(task: string, column: Column, rows: Int32Array): FittedTarget {
  if (task === 'classification')
    return targetFromJSON({
      kind: 'classes',
      name: column.name,
      classes: [...new Set(Array.from(rows, (row) => textAt(column, row)))].sort(),
    });
  const v = Array.from(rows, (row) => (column as { values: Float64Array }).values[row]);
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  return targetFromJSON({
    kind: 'number',
    name: column.name,
    mean,
    scale: Math.sqrt(v.reduce((a, b) => a + (b - mean) * (b - mean), 0) / v.length) || 1,
  });
}
