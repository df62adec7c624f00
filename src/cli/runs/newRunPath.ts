import { basename } from 'node:path';
import { NeumannError } from '../../errors.ts';
import type { Effects } from '../effects/effects.ts';
import { placeOf } from '../effects/paths.ts';

/** Refuses a folder for a run that holds anything already, before any work is done. */
export function checkOut(out: string, effects: Effects): void {
  const { files } = effects;
  const place = placeOf(effects, out);
  if (!files.exists(place)) return;
  if (!files.isFolder(place))
    throw new NeumannError('out', `--out ${out} is a file; name a new folder for the run.`);
  if (files.list(place).length > 0) {
    throw new NeumannError(
      'out',
      `--out ${out} is not empty; name a new folder, or go on with the run in it by --resume ${out}.`,
    );
  }
}

/** `runs/penguins-species-1`: the first number that is free. The folder is made, so that no other run takes it. */
export function makeRunPath(table: string, targets: readonly string[], effects: Effects): string {
  const name = [baseName(table), ...targets].map(wordOf).join('-').slice(0, 80);
  for (let number = 1; ; number++) {
    const path = `runs/${name}-${number}`;
    if (effects.files.makeFolder(placeOf(effects, path))) return path;
  }
}

/** Without the endings, of which there may be two: `.csv.gz`. */
const baseName = (table: string): string =>
  basename(table)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]*$/, '');

/** A text as part of a file name. */
function wordOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-');
  return plain.replace(/^-+|-+$/g, '') || 'run';
}
