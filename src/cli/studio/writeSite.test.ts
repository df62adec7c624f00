import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../effects/files.ts';
import { writeSite } from './writeSite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neumann-site-'));
  mkdirSync(join(folder, 'built/assets'), { recursive: true });
  writeFileSync(join(folder, 'built/index.html'), '<meta charset="utf-8" />');
  writeFileSync(join(folder, 'built/assets/a.js'), 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

let sites = 0;
function versionOf(publicAddress?: string): string {
  const to = join(folder, `site${++sites}`);
  writeSite({ from: join(folder, 'built'), to, named: 'site', publicAddress }, nodeFiles);
  const { version } = JSON.parse(readFileSync(join(to, 'files.json'), 'utf8')) as { version: string };
  expect(readFileSync(join(to, 'index.html'), 'utf8')).toContain(
    `name="neumann-offline" content="${version}"`,
  );
  return version;
}

test('a version is what is written: the same twice, another with another address or another file', () => {
  const plain = versionOf();
  expect(versionOf()).toBe(plain);
  const addressed = versionOf('https://example.org/a/');
  writeFileSync(join(folder, 'built/assets/a.js'), 'b');
  expect(new Set([plain, addressed, versionOf('https://example.org/b/'), versionOf()]).size).toBe(4);
});
