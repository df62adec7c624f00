import type { Page } from 'playwright-core';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes (1000 bytes), each file gzipped by itself at level 9. */
export interface FirstRoom {
  readonly files: number;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** The scripts of the worker that trains. */
  readonly engine: number;
  readonly other: number;
  readonly sum: number;
}

/** Everything that a page whose browser keeps nothing yet fetches until the first room shows its net, and for a second more. */
export async function firstRoom(page: Page, address: string): Promise<FirstRoom> {
  const answers = new Map<string, Promise<Buffer>>();
  // The page alone does not tell of what its workers fetch.
  page.context().on('response', (response) => {
    if (response.ok()) answers.set(new URL(response.url()).pathname, response.body());
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'neuron 1 of layer 1', exact: true }).waitFor();
  await page.waitForTimeout(1000);
  const bodies = new Map<string, Buffer>();
  for (const [path, body] of answers) bodies.set(path, await body);
  return sizesOf(bodies);
}

function sizesOf(bodies: ReadonlyMap<string, Buffer>): FirstRoom {
  const engine = engineFiles(bodies);
  const sizes = { files: bodies.size, html: 0, css: 0, js: 0, engine: 0, other: 0, sum: 0 };
  for (const [path, body] of bodies) {
    const size = gzipSync(body, { level: 9 }).length / 1000;
    sizes[engine.has(path) ? 'engine' : kindOf(path)] += size;
    sizes.sum += size;
  }
  return sizes;
}

/** The worker, and what it imports: its build is one of its own, so that the page has none of these files. */
function engineFiles(bodies: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const scripts = [...bodies.keys()].filter((path) => path.endsWith('.js'));
  const engine = new Set(scripts.filter((path) => path.includes('lane.worker')));
  for (const path of engine)
    for (const other of scripts) if (bodies.get(path)!.includes(basename(other))) engine.add(other);
  return engine;
}

function kindOf(path: string): 'html' | 'css' | 'js' | 'other' {
  if (path.endsWith('/') || path.endsWith('.html')) return 'html';
  if (path.endsWith('.js')) return 'js';
  return path.endsWith('.css') ? 'css' : 'other';
}
