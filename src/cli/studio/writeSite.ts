import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { NeumannError } from '../../errors.ts';
import { writeFile, type Files } from '../effects/files.ts';
import { policyInPage } from './policy.ts';
import { withMeta } from './withMeta.ts';

interface Site {
  /** The built studio. */
  readonly from: string;
  readonly to: string;
  /** As the person wrote it. */
  readonly named: string;
  readonly publicAddress?: string;
}

/**
 * Copies the studio for any static host: its policy stands in the page, and a service worker keeps its files for when there is no network.
 * Written aside and then put in place, whole or not at all.
 */
export function writeSite({ from, to, named, publicAddress }: Site, files: Files): void {
  checkFree(to, named, files);
  const place = resolve(to);
  const aside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  const paths = filesBelow(from, '', files);
  const contents = new Map(paths.map((path) => [path, files.read(join(from, path))]));
  const page = contents.get('index.html');
  if (page) contents.set('index.html', pageOf(page, publicAddress));
  const version = versionOf(contents);
  if (page) contents.set('index.html', pageOf(page, publicAddress, version));
  try {
    for (const [path, bytes] of contents) {
      files.makeFolder(dirname(join(aside, path)));
      writeFile(files, join(aside, path), bytes);
    }
    const kept = paths.filter((path) => path !== 'service-worker.js');
    writeFile(files, join(aside, 'files.json'), JSON.stringify({ version, files: kept }));
    moveInto(aside, place, files);
  } finally {
    files.remove(aside);
  }
}

/** Into the folder rather than in its place: somebody may stand in it. The page comes last. */
function moveInto(aside: string, place: string, files: Files): void {
  const made = files.makeFolder(place);
  const names = files.list(aside).toSorted((a, b) => Number(a === 'index.html') - Number(b === 'index.html'));
  try {
    for (const name of names) files.move(join(aside, name), join(place, name));
  } catch (error) {
    for (const name of names) files.remove(join(place, name));
    if (made) files.remove(place);
    throw error;
  }
}

/** A new folder or an empty one. */
function checkFree(place: string, named: string, files: Files): void {
  if (!files.exists(place)) return;
  if (!files.isFolder(place))
    throw new NeumannError('build', `--build ${named} is a file; name a new folder for the site.`);
  if (files.list(place).length > 0)
    throw new NeumannError('build', `--build ${named} is not empty; name a new folder, or empty it first.`);
}

function filesBelow(root: string, folder: string, files: Files): string[] {
  return files
    .list(join(root, folder))
    .toSorted()
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return files.isFolder(join(root, path)) ? filesBelow(root, path, files) : [path];
    });
}

/** Of all that is written but its own name in the page. */
function versionOf(contents: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of contents) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

function pageOf(bytes: Uint8Array, publicAddress: string | undefined, version?: string): Uint8Array {
  const page = withMeta(new TextDecoder().decode(bytes), {
    'http-equiv:Content-Security-Policy': policyInPage,
    'neumann-offline': version,
    'neumann-public-address': publicAddress,
  });
  return new TextEncoder().encode(page);
}
