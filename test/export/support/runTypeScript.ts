import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportTypeScript } from '../../../src/export/index.ts';
import type { Model } from '../../../src/train/index.ts';
import type { RawRow } from './rows.ts';

interface Predictor {
  predict(row: RawRow): unknown;
  predictAll(rows: readonly RawRow[]): unknown[];
}

/** A folder of its own for the files of a test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'neumann-export-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** The exported file, loaded as a module of its own. */
export async function loadExported(model: Model): Promise<Predictor> {
  const folder = temporaryFolder();
  try {
    const path = join(folder.path, 'predictor.ts');
    writeFileSync(path, exportTypeScript(model));
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Predictor;
  } finally {
    folder.remove();
  }
}

/** What the model itself says, in the form of the exported `Prediction`. */
export function predictionsOf(model: Model, rows: readonly RawRow[]): unknown[] {
  const each = model.predictEach(rows);
  return model.targets.length === 1 ? each.map((own) => own[model.targets[0]]) : each;
}

/** All numbers of nested predictions, in order. */
export function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
}

/**
 * The largest difference, relative to the larger of 1 and the number. What is not finite must be so on both sides: numbers beyond
 * every bound may end there where nothing holds an activation back.
 */
export function largestDifference(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Infinity;
  const differences = ours.map((value, i) =>
    Object.is(value, theirs[i]) ? 0 : Math.abs(value - theirs[i]) / Math.max(1, Math.abs(theirs[i])),
  );
  return differences.some(Number.isNaN) ? NaN : Math.max(...differences);
}
